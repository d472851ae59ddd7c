using RegressionAnalyzer.Api.Settings;

namespace RegressionAnalyzer.Api.Problems;

internal static class ProblemsSetup
{
    public static void AddProblems(this WebApplicationBuilder builder)
    {
        builder.Services.AddProblemDetails(static options => options.CustomizeProblemDetails = static context =>
        {
            context.ProblemDetails.Instance ??= context.HttpContext.Request.Path;
            context.ProblemDetails.Detail ??= Explain(context.HttpContext);
        });
        builder.Services.AddExceptionHandler<ExceptionProblems>();
        // Malformed input reaches ExceptionProblems with its reason instead of ending as a bare 400.
        builder.Services.Configure<RouteHandlerOptions>(static options => options.ThrowOnBadRequest = true);
    }

    public static void UseProblems(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions { SuppressDiagnosticsCallback = static context => context.Exception is not null });
        app.UseStatusCodePages();
    }

    private static string? Explain(HttpContext context) => context.Response.StatusCode switch
    {
        StatusCodes.Status404NotFound => $"There is nothing at {context.Request.Path}. What there is, /openapi/v1.json lists.",
        StatusCodes.Status405MethodNotAllowed => $"{context.Request.Method} is not possible here. Allowed: {context.Response.Headers.Allow}.",
        StatusCodes.Status413PayloadTooLarge => $"The body is larger than {Quantity.OfBytes(Listening.MaxSmallBody)}, the largest that is read here.",
        StatusCodes.Status415UnsupportedMediaType =>
            $"The content type '{context.Request.ContentType}' is not read here. Allowed: {Accepted(context)}.",
        _ => null,
    };

    private static string Accepted(HttpContext context) =>
        context.Request.Path.Value?.EndsWith("/upload", StringComparison.Ordinal) == true ? "multipart/form-data" : "application/json";
}
