using Aspire.Hosting.Dashboard.Host;
using Microsoft.AspNetCore.Http;

namespace Aspire.Hosting.Dashboard.Security;

/// <summary>
/// Who gets in. A request must be meant for this address (or a page of any site could reach it by a name of its own: DNS rebinding), must not come from
/// a page of another site, and must belong to a browser that has signed in. That holds for every route, the pages' connection included.
/// </summary>
internal sealed class Gate(DashboardAddress address, Sessions sessions)
{
    public Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        SecurityHeaders.AddTo(context.Response);
        var request = context.Request;
        if (!address.IsMeant(request.Host))
        {
            return RefuseAsync(context, StatusCodes.Status421MisdirectedRequest, $"The dashboard is at {address.Url}, not at '{request.Host}'.");
        }

        if (IsFromElsewhere(context))
        {
            return RefuseAsync(context, StatusCodes.Status403Forbidden, "The dashboard does not answer the pages of other sites.");
        }

        if (request.Path == LoginPage.Path || sessions.Has(context))
        {
            return next(context);
        }

        if (IsNavigation(request))
        {
            context.Response.Redirect(LoginPage.For(request.Path + request.QueryString));
            return Task.CompletedTask;
        }

        return RefuseAsync(context, StatusCodes.Status401Unauthorized, "Sign in with the link that the AppHost's console shows.");
    }

    /// <summary>Browsers say where a request comes from: Origin on everything that can change something and on WebSockets, Sec-Fetch-Site on the rest.</summary>
    private static bool IsFromElsewhere(HttpContext context)
    {
        var request = context.Request;
        var origin = request.Headers.Origin.ToString();
        if (origin.Length > 0)
        {
            return !string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
        }

        // A browser names its origin when it opens a WebSocket; who does not is no browser, and has no business on the pages' connection.
        return context.WebSockets.IsWebSocketRequest
            || (request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site" && !IsNavigation(request));
    }

    /// <summary>A link that was followed, or an address that was typed: it shows a page and changes nothing.</summary>
    private static bool IsNavigation(HttpRequest request) => HttpMethods.IsGet(request.Method)
        && request.Headers["Sec-Fetch-Dest"].ToString() is "document" or ""
        && request.Headers["Sec-Fetch-Mode"].ToString() is "navigate" or ""
        && request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal);

    private static Task RefuseAsync(HttpContext context, int status, string reason)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(reason, context.RequestAborted);
    }
}
