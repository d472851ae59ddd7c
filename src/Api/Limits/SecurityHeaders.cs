namespace RegressionAnalyzer.Api.Limits;

/// <summary>Tells browsers to do nothing with an answer that it was not meant for (OWASP secure headers). Pages widen the policy for themselves.</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        // Charts as SVG carry their own style; nothing else of an answer is ever run or loaded.
        headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox";
        return next(context);
    }
}
