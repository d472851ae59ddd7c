using System.Net;
using Microsoft.Extensions.Time.Testing;
using RegressionAnalyzer.Api.Limits;
using RegressionAnalyzer.Api.Tests.Serving;

namespace RegressionAnalyzer.Api.Tests.Limits;

public sealed class LimitTests : IDisposable
{
    private readonly SharedVolumes _volumes = new();

    public void Dispose() => _volumes.Dispose();

    [Fact]
    public async Task More_requests_in_a_minute_than_allowed_are_told_when_to_come_again()
    {
        using var replica = new Replica(_volumes, ("RateLimit:RequestsPerMinute", "2"));
        foreach (var left in new[] { "1", "0" })
        {
            using var taken = await replica.Http.UploadAsync("houses.csv", Tables.Small);
            Assert.Equal((HttpStatusCode.Created, left), (taken.StatusCode, taken.Headers.GetValues("RateLimit-Remaining").Single()));
        }

        using var refused = await replica.Http.UploadAsync("houses.csv", Tables.Small);

        Assert.Contains("2 requests", await refused.ProblemDetailAsync(HttpStatusCode.TooManyRequests), StringComparison.Ordinal);
        var wait = refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds;
        Assert.InRange(wait, 1, 60);
        Assert.Equal(["2;w=60", "2", "0", $"{wait}"], new[] { "Policy", "Limit", "Remaining", "Reset" }.Select(name => refused.Headers.GetValues($"RateLimit-{name}").Single()));
        using var analyze = await replica.Http.AnalyzeAsync(new { upload_id = "x" });
        Assert.Equal(HttpStatusCode.NotFound, analyze.StatusCode);
        using var health = await replica.Http.AskAsync("/health");
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
    }

    [Fact]
    public async Task A_forwarded_address_counts_only_from_a_configured_proxy()
    {
        using var open = new Replica(_volumes, ("RateLimit:RequestsPerMinute", "1"));
        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.TooManyRequests], await TwoClientsAsync(open));

        using var proxied = new Replica(_volumes, ("RateLimit:RequestsPerMinute", "1"), ("Proxies:Networks", "127.0.0.0/8, ::1"));
        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.NotFound], await TwoClientsAsync(proxied));
    }

    [Theory]
    [InlineData("https://example.org", true)]
    [InlineData("https://evil.example", false)]
    public async Task Pages_of_configured_origins_may_call_it(string origin, bool may)
    {
        using var replica = new Replica(_volumes, ("Cors:Origins", "https://example.org"));
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Calls.Api}/health");
        request.Headers.Add("Origin", origin);

        using var answer = await replica.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(may, answer.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task Answers_tell_browsers_to_do_nothing_else_with_them()
    {
        using var replica = new Replica(_volumes);
        using var answer = await replica.Http.AskAsync("/nothing");

        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.StartsWith("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact]
    public void Whoever_comes_again_when_told_to_is_served()
    {
        var time = new FakeTimeProvider();
        var requests = new RecentRequests(most: 2, time);
        Assert.Equal((true, 1, 60), Took(requests));
        time.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal((true, 0, 40), Took(requests));
        time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal((false, 0, 35), Took(requests));

        time.Advance(TimeSpan.FromSeconds(35));

        Assert.Equal((true, 0, 20), Took(requests));
        Assert.Equal((false, 0, 20), Took(requests));
        time.Advance(TimeSpan.FromMinutes(1));
        Assert.True(requests.IsIdle());
    }

    private static (bool, int, int) Took(RecentRequests requests)
    {
        var allowance = requests.Take();
        return (allowance.IsTaken, allowance.Remaining, allowance.NextSeconds);
    }

    private static async Task<List<HttpStatusCode>> TwoClientsAsync(Replica replica)
    {
        var answers = new List<HttpStatusCode>();
        foreach (var client in new[] { "203.0.113.7", "203.0.113.8" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"{Calls.Api}/analyze") { Content = new StringContent("""{"upload_id":"x"}""", null, "application/json") };
            request.Headers.Add("X-Forwarded-For", client);
            using var answer = await replica.Http.SendAsync(request, TestContext.Current.CancellationToken);
            answers.Add(answer.StatusCode);
        }

        return answers;
    }
}
