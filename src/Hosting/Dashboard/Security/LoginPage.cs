using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http;

namespace Aspire.Hosting.Dashboard.Security;

/// <summary>The one page that is open: it takes the token from the link, or from the person who pastes it.</summary>
internal sealed class LoginPage(LoginTokens tokens, Sessions sessions)
{
    public const string Path = "/login";

    private const string TokenField = "t";
    private const string ReturnField = "return";

    private const string Style =
        """
        :root { color-scheme: light dark; font: 15px/1.5 "Segoe UI", system-ui, sans-serif; color: light-dark(#242424, #fff); background: light-dark(#fafafa, #1f1f1f) }
        main { max-width: 26rem; margin: 15vh auto 0; padding: 2rem; background: light-dark(#fff, #292929); border: 1px solid light-dark(#e0e0e0, #424242); border-radius: 8px }
        h1 { font-size: 1.4rem; font-weight: 600; margin: 0 0 .5rem }
        label { display: block; font-weight: 600; margin: 1.2rem 0 .3rem }
        input { box-sizing: border-box; width: 100%; font: inherit; padding: .45rem .6rem; color: inherit; background: none; border: 1px solid light-dark(#616161, #adadad); border-radius: 4px }
        button { font: inherit; font-weight: 600; margin-top: 1rem; padding: .45rem 1.2rem; color: #fff; background: #0f6cbd; border: 0; border-radius: 4px; cursor: pointer }
        :focus-visible { outline: 2px solid light-dark(#0f6cbd, #479ef5); outline-offset: 2px }
        [role=alert] { color: light-dark(#b10e1c, #eeacb2) }
        a { color: light-dark(#115ea3, #479ef5) }
        """;

    /// <summary>The page, which leads back to where the person wanted to go.</summary>
    public static string For(string returnTo) => returnTo == "/" ? Path : $"{Path}?{ReturnField}={Uri.EscapeDataString(returnTo)}";

    public static string Link(string url, string token) => $"{url}{Path}?{TokenField}={token}";

    public async Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        var isPosted = HttpMethods.IsPost(request.Method);
        if (!isPosted && !HttpMethods.IsGet(request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            context.Response.Headers.Allow = "GET, POST";
            return;
        }

        var form = isPosted && request.HasFormContentType ? await request.ReadFormAsync(context.RequestAborted) : null;
        var token = form is null ? request.Query[TokenField].ToString() : form[TokenField].ToString().Trim();
        var target = Local(form is null ? request.Query[ReturnField] : form[ReturnField]);
        if (!sessions.Has(context))
        {
            if (!tokens.TryUse(token))
            {
                await AskAsync(context, target, wasWrong: token.Length > 0);
                return;
            }

            sessions.Open(context);
        }

        // Not a redirect: the cookie is for requests that our own pages start, and a redirect counts as started by whoever showed the link.
        await WriteAsync(context, $"""<meta http-equiv="refresh" content="0;url={Encode(target)}">""", $"""<h1>Signed in</h1><p><a href="{Encode(target)}">Go to the dashboard</a></p>""");
    }

    private static Task AskAsync(HttpContext context, string target, bool wasWrong)
    {
        context.Response.StatusCode = wasWrong ? StatusCodes.Status401Unauthorized : StatusCodes.Status200OK;
        var complaint = wasWrong ? "<p role=alert>This token was used before, or is of an earlier run. The console shows the one that is good now.</p>" : "";
        return WriteAsync(context, "", $"""
            <h1>Sign in to the dashboard</h1>
            <p>Follow the link that the AppHost shows on its console, or paste what is behind <code>t=</code> there.</p>{complaint}
            <form method=post action="{Path}">
              <input type=hidden name={ReturnField} value="{Encode(target)}">
              <label for=token>Token</label>
              <input id=token name={TokenField} type=password autocomplete=off autofocus required>
              <button>Sign in</button>
            </form>
            """);
    }

    private static Task WriteAsync(HttpContext context, string head, string body)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(
            $"<!DOCTYPE html><html lang=en><head><meta charset=utf-8><meta name=viewport content=\"width=device-width\"><title>Sign in</title><link rel=icon href=\"data:,\"><style>{Style}</style>{head}</head><body><main>{body}</main></body></html>",
            context.RequestAborted);
    }

    /// <summary>Only a path of this site; what begins like another host's address does not lead there.</summary>
    private static string Local(string? target) => target is ['/', ..] and not ['/', '/' or '\\', ..] ? target : "/";

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);
}
