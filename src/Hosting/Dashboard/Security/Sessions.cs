using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using Aspire.Hosting.Dashboard.Host;
using Microsoft.AspNetCore.Http;

namespace Aspire.Hosting.Dashboard.Security;

/// <summary>The browsers that have signed in. They are forgotten when the AppHost ends.</summary>
internal sealed class Sessions(DashboardAddress address)
{
    /// <summary>Cookies do not know of ports: two AppHosts on one machine must not sign each other out.</summary>
    private readonly string _cookie = string.Create(CultureInfo.InvariantCulture, $"apphost-dashboard-{address.Port}");

    private readonly ConcurrentDictionary<string, bool> _open = new();

    public bool Has(HttpContext context) => context.Request.Cookies[_cookie] is { Length: > 0 } session && _open.ContainsKey(session);

    public void Open(HttpContext context)
    {
        var session = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        _open[session] = true;
        context.Response.Cookies.Append(_cookie, session, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, IsEssential = true });
    }
}
