using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace RegressionAnalyzer.Api.Docs;

/// <summary>The headers of answers that a program goes by.</summary>
internal sealed class Headers : IOpenApiOperationTransformer
{
    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        foreach (var (status, response) in operation.Responses ?? [])
        {
            if (response is not OpenApiResponse answer)
                continue;
            foreach (var (name, description) in Of(operation.OperationId, status))
            {
                answer.Headers ??= new Dictionary<string, IOpenApiHeader>();
                answer.Headers[name] = new OpenApiHeader { Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
            }
        }

        return Task.CompletedTask;
    }

    private static IEnumerable<(string Name, string Description)> Of(string? operation, string status) => (operation, status) switch
    {
        ("upload", "201") => [("Location", "Where the upload can be looked at.")],
        ("analyze", "202") => [("Location", "Where the result will be.")],
        (_, "429") => [("Retry-After", "The seconds until a request is taken again."), ("RateLimit-Remaining", "The requests left within the minute.")],
        ("getResult" or "getChart", "200" or "304") => [("ETag", "To ask again with `If-None-Match`: 304 says that nothing changed."), ("Cache-Control", "How long the answer may be kept.")],
        _ => [],
    };
}
