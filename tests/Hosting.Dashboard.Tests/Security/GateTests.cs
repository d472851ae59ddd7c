using System.Net;
using System.Net.WebSockets;
using System.Text.Json;
using Aspire.Hosting.Dashboard.Tests.Host;

namespace Aspire.Hosting.Dashboard.Tests.Security;

/// <summary>Nobody without the link sees or does anything, on whichever route they try.</summary>
public sealed class GateTests(SharedDashboard shared) : IClassFixture<SharedDashboard>
{
    private const string Connection = "/_blazor/negotiate?negotiateVersion=1";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>What is not among the routes of the application, or has more ways to be asked for.</summary>
    private static readonly (string Method, string Path)[] Others =
    [
        ("GET", "/?resource=service"),
        ("GET", "/download/telemetry?kind=logs"),
        ("GET", "/assets/app.css"),
        ("GET", "/assets/boot.js"),
        ("GET", "/_framework/blazor.web.js"),
        ("GET", "/_content/Microsoft.FluentUI.AspNetCore.Components/Microsoft.FluentUI.AspNetCore.Components.lib.module.js"),
        ("POST", Connection),
        ("POST", "/_blazor/disconnect"),
        ("GET", "/login/../"),
        ("GET", "/no/such/page"),
        ("PUT", "/"),
    ];

    [Fact]
    public async Task Every_route_is_closed_to_who_has_not_signed_in()
    {
        using var stranger = shared.Dashboard.Browser();

        Assert.Empty(await AnsweringOtherwiseAsync(stranger, HttpStatusCode.Unauthorized, static _ => { }));
    }

    [Fact]
    public async Task Every_route_is_closed_to_the_pages_of_other_sites_even_in_a_browser_that_has_signed_in() =>
        Assert.Empty(await AnsweringOtherwiseAsync(shared.SignedIn, HttpStatusCode.Forbidden, static request => request.Headers.Add("Origin", "http://localhost:1"), evenLogin: true));

    [Fact]
    public async Task Every_route_is_closed_under_a_name_that_is_not_the_dashboards() => Assert.Empty(await AnsweringOtherwiseAsync(
        shared.SignedIn, HttpStatusCode.MisdirectedRequest, request => request.Headers.Host = $"rebound.example:{shared.Dashboard.Address.Port}", evenLogin: true));

    [Theory]
    [InlineData("no-cors", "script")]
    [InlineData("cors", "empty")]
    [InlineData("navigate", "iframe")]
    public async Task What_another_site_loads_without_saying_its_origin_is_refused(string mode, string destination)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/assets/app.css");
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        request.Headers.Add("Sec-Fetch-Mode", mode);
        request.Headers.Add("Sec-Fetch-Dest", destination);

        using var answer = await shared.SignedIn.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("http://evil.example")]
    [InlineData("null")]
    public async Task The_pages_connection_opens_to_no_other_origin(string? origin)
    {
        var exception = await Assert.ThrowsAsync<WebSocketException>(() => ConnectAsync(origin));

        Assert.Contains("403", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public Task The_pages_connection_opens_to_their_own_origin() => ConnectAsync(shared.Dashboard.Address.GetLeftPart(UriPartial.Authority));

    /// <summary>The requests that were not answered as they must be. The login page alone is open to who has not signed in.</summary>
    private async Task<List<string>> AnsweringOtherwiseAsync(HttpClient client, HttpStatusCode wanted, Action<HttpRequestMessage> arrange, bool evenLogin = false)
    {
        var routes = await shared.Dashboard.RoutesAsync();
        Assert.Contains(routes, route => route.RoutePattern.RawText == "/traces/{Id}");
        var otherwise = new List<string>();
        foreach (var (method, path) in routes.SelectMany(Routes.Requests).Concat(Others).Where(request => evenLogin || request.Path != "/login"))
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), path);
            arrange(request);
            using var answer = await client.SendAsync(request, Cancellation);
            if (answer.StatusCode != wanted)
                otherwise.Add($"{method} {path}: {answer.StatusCode}");
        }

        return otherwise;
    }

    /// <summary>As a browser that has signed in, with a page of the origin.</summary>
    private async Task ConnectAsync(string? origin)
    {
        using var answer = await shared.SignedIn.PostAsync(new Uri(Connection, UriKind.Relative), null, Cancellation);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStreamAsync(Cancellation));
        using var socket = new ClientWebSocket();
        socket.Options.Cookies = shared.Cookies;
        if (origin is not null)
        {
            socket.Options.SetRequestHeader("Origin", origin);
        }

        await socket.ConnectAsync(new Uri($"ws://{shared.Dashboard.Address.Authority}/_blazor?id={json.RootElement.GetProperty("connectionToken").GetString()}"), Cancellation);
    }
}
