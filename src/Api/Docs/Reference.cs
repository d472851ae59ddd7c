using RegressionAnalyzer.Api.Limits;
using Scalar.AspNetCore;

namespace RegressionAnalyzer.Api.Docs;

/// <summary>The contract for programs at <c>/openapi/v1.json</c> and for people at <c>/docs</c>.</summary>
internal static class Reference
{
    /// <summary>Scalar starts by a script inside its page and styles itself; all of it comes from this service.</summary>
    private const string Policy = "default-src 'none'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; "
        + "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; base-uri 'none'; frame-ancestors 'none'";

    public static void MapReference(this WebApplication app)
    {
        app.MapOpenApi().WithHead();
        app.MapGroup("")
            .WithHead()
            .AddEndpointFilter(static (context, next) =>
            {
                context.HttpContext.Response.Headers.ContentSecurityPolicy = Policy;
                return next(context);
            })
            .MapScalarApiReference("/docs", static scalar => scalar
                .WithTitle("Regression Analyzer: API")
                .DisableDefaultFonts()
                .DisableTelemetry()
                .DisableAgent()
                .ExpandAllTags()
                .HideDeveloperTools()
                .HideClientButton());
    }
}
