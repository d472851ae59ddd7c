using Microsoft.OpenApi;

namespace RegressionAnalyzer.Api.Docs;

internal static class OpenApiSetup
{
    public static void AddOpenApiDocument(this WebApplicationBuilder builder) => builder.Services.AddOpenApi(static options =>
    {
        options.ShouldInclude = static call => call.HttpMethod != HttpMethods.Head; // as its GET, without the body
        options.AddDocumentTransformer(static (document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "Regression Analyzer",
                Version = "v1",
                Description = "Turns an uploaded table into a regression analysis with charts. Errors are problem details (RFC 9457): `detail` says what is wrong and what is allowed.",
            };
            document.Servers?.Clear(); // the reader's own address, whatever stands in front of the service
            return Task.CompletedTask;
        });
        options.AddDocumentTransformer<Tags>();
        options.AddOperationTransformer<Parameters>();
        options.AddOperationTransformer<Examples>();
        options.AddOperationTransformer<Headers>();
    });
}
