using System.Net;
using System.Net.WebSockets;
using System.Text.Json;
using Aspire.Hosting.Dashboard.Tests.Host;

namespace Aspire.Hosting.Dashboard.Tests.Security;

/// <summary>Nobody without the link sees or does anything, on whichever route they try.</summary>
public sealed class GateTests
{
    private const string Connection = "/_blazor/negotiate?negotiateVersion=1";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Routes => new()
    {
        { "GET", "/" },
        { "GET", "/?resource=service" },
        { "GET", "/console" },
        { "GET", "/console/service" },
        { "GET", "/download/console" },
        { "GET", "/download/telemetry?kind=logs" },
        { "GET", "/traces/00000000000000000000000000000001" },
        { "GET", "/assets/app.css" },
        { "GET", "/assets/boot.js" },
        { "GET", "/_framework/blazor.web.js" },
        { "GET", "/_content/Microsoft.FluentUI.AspNetCore.Components/Microsoft.FluentUI.AspNetCore.Components.lib.module.js" },
        { "POST", Connection },
        { "GET", "/_blazor" },
        { "POST", "/_blazor/disconnect" },
        { "GET", "/login/../" },
        { "GET", "/no/such/page" },
        { "PUT", "/" },
    };

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task A_route_is_closed_to_who_has_not_signed_in(string method, string path)
    {
        await using var dashboard = await RunningDashboard.StartAsync();
        using var stranger = dashboard.Browser();
        using var request = new HttpRequestMessage(new HttpMethod(method), path);

        using var answer = await stranger.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task A_route_is_closed_to_the_pages_of_other_sites_even_in_a_browser_that_has_signed_in(string method, string path)
    {
        await using var dashboard = await RunningDashboard.StartAsync();
        using var browser = await dashboard.SignedInAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Headers.Add("Origin", "http://localhost:1");

        using var answer = await browser.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task A_route_is_closed_under_a_name_that_is_not_the_dashboards(string method, string path)
    {
        await using var dashboard = await RunningDashboard.StartAsync();
        using var browser = await dashboard.SignedInAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Headers.Host = $"rebound.example:{dashboard.Address.Port}";

        using var answer = await browser.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.MisdirectedRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("no-cors", "script")]
    [InlineData("cors", "empty")]
    [InlineData("navigate", "iframe")]
    public async Task What_another_site_loads_without_saying_its_origin_is_refused(string mode, string destination)
    {
        await using var dashboard = await RunningDashboard.StartAsync();
        using var browser = await dashboard.SignedInAsync();
        browser.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");
        browser.DefaultRequestHeaders.Add("Sec-Fetch-Mode", mode);
        browser.DefaultRequestHeaders.Add("Sec-Fetch-Dest", destination);

        using var answer = await browser.GetAsync(new Uri("/assets/app.css", UriKind.Relative), Cancellation);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("http://evil.example")]
    [InlineData("null")]
    public async Task The_pages_connection_opens_to_no_other_origin(string? origin)
    {
        await using var dashboard = await RunningDashboard.StartAsync();

        var exception = await Assert.ThrowsAsync<WebSocketException>(() => ConnectAsync(dashboard, origin));

        Assert.Contains("403", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_pages_connection_opens_to_their_own_origin()
    {
        await using var dashboard = await RunningDashboard.StartAsync();

        await ConnectAsync(dashboard, dashboard.Address.GetLeftPart(UriPartial.Authority));
    }

    /// <summary>As a browser that has signed in, with a page of the origin.</summary>
    private static async Task ConnectAsync(RunningDashboard dashboard, string? origin)
    {
        var cookies = new CookieContainer();
        using var browser = await dashboard.SignedInAsync(cookies);
        using var answer = await browser.PostAsync(new Uri(Connection, UriKind.Relative), null, Cancellation);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStreamAsync(Cancellation));
        using var socket = new ClientWebSocket();
        socket.Options.Cookies = cookies;
        if (origin is not null)
        {
            socket.Options.SetRequestHeader("Origin", origin);
        }

        await socket.ConnectAsync(new Uri($"ws://{dashboard.Address.Authority}/_blazor?id={json.RootElement.GetProperty("connectionToken").GetString()}"), Cancellation);
    }
}
