using System.Net;
using System.Net.Http.Headers;
using System.Web;
using Aspire.Hosting.Dashboard.Tests.Host;

namespace Aspire.Hosting.Dashboard.Tests.Security;

/// <summary>The link on the console becomes a cookie, once.</summary>
public sealed class LoginTests
{
    private static readonly Uri Login = new("/login", UriKind.Relative);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_link_signs_in_with_a_cookie_that_no_script_reads_and_no_other_site_sends()
    {
        await using var dashboard = await RunningDashboard.StartAsync();
        using var browser = dashboard.Browser();

        using var answer = await browser.GetAsync(new Uri(dashboard.Link), Cancellation);

        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(new Uri("/", UriKind.Relative), Cancellation)).StatusCode);
    }

    [Fact]
    public async Task A_link_signs_in_once_and_the_next_one_is_another()
    {
        await using var dashboard = await RunningDashboard.StartAsync();
        var first = dashboard.Link;
        using var browser = await dashboard.SignedInAsync();
        using var other = dashboard.Browser();

        using var again = await other.GetAsync(new Uri(first), Cancellation);
        using var next = await other.GetAsync(new Uri(dashboard.Link), Cancellation);

        Assert.Equal(HttpStatusCode.Unauthorized, again.StatusCode);
        Assert.False(again.Headers.Contains("Set-Cookie"));
        Assert.Equal(HttpStatusCode.OK, next.StatusCode);
        Assert.True(next.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task A_token_of_the_persons_own_choice_signs_in_every_time()
    {
        await using var dashboard = await RunningDashboard.StartAsync("--AppHost:BrowserToken=chosen-by-me");
        using var one = await dashboard.SignedInAsync();
        using var other = dashboard.Browser();

        using var answer = await other.GetAsync(new Uri("/login?t=chosen-by-me", UriKind.Relative), Cancellation);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task A_page_asked_for_by_a_stranger_leads_to_the_login_and_from_there_to_the_page()
    {
        await using var dashboard = await RunningDashboard.StartAsync();
        using var browser = dashboard.Browser();
        browser.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));

        using var sent = await browser.GetAsync(new Uri("/console/service", UriKind.Relative), Cancellation);
        var asked = await browser.GetStringAsync(sent.Headers.Location, Cancellation);
        using var signedIn = await browser.PostAsync(Login, Form(HttpUtility.ParseQueryString(new Uri(dashboard.Link).Query)["t"]!, "/console/service"), Cancellation);

        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        Assert.Contains("value=\"/console/service\"", asked, StringComparison.Ordinal);
        Assert.Contains("url=/console/service", await signedIn.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("wrong")]
    public async Task A_wrong_token_opens_nothing(string token)
    {
        await using var dashboard = await RunningDashboard.StartAsync();
        using var browser = dashboard.Browser();

        using var answer = await browser.PostAsync(Login, Form(token, "/"), Cancellation);

        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync(new Uri("/", UriKind.Relative), Cancellation)).StatusCode);
    }

    [Theory]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("https://evil.example/")]
    [InlineData("\"><script>alert(1)</script>")]
    public async Task Signing_in_leads_nowhere_else(string target)
    {
        await using var dashboard = await RunningDashboard.StartAsync();
        using var browser = dashboard.Browser();

        var page = await browser.GetStringAsync(new Uri($"{dashboard.Link}&return={Uri.EscapeDataString(target)}"), Cancellation);

        Assert.Contains("url=/\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("evil", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
    }

    private static FormUrlEncodedContent Form(string token, string target) => new(new Dictionary<string, string> { ["t"] = token, ["return"] = target });
}
