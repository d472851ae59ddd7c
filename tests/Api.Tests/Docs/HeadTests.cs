using System.Net;
using RegressionAnalyzer.Api.Tests.Charts;

namespace RegressionAnalyzer.Api.Tests.Docs;

/// <summary>Whatever can be read can be asked for without its body, and says the same of it.</summary>
public sealed class HeadTests(AnalyzedTable analyzed) : IClassFixture<AnalyzedTable>
{
    [Theory]
    [InlineData("/api/v1/uploads/UPLOAD")]
    [InlineData("/api/v1/results/JOB")]
    [InlineData("/api/v1/charts/JOB")]
    [InlineData("/api/v1/charts/JOB/min_max.png")]
    [InlineData("/api/v1/charts/JOB/min_max.svg?theme=dark")]
    [InlineData("/api/v1/providers")]
    [InlineData("/api/v1/health")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/docs")]
    [InlineData("/")]
    public async Task The_head_is_that_of_the_whole(string address)
    {
        address = address.Replace("UPLOAD", (string?)analyzed.Result["upload_id"], StringComparison.Ordinal).Replace("JOB", (string?)analyzed.Result["job_id"], StringComparison.Ordinal);
        using var whole = await analyzed.Replica.Http.GetAsync(address, TestContext.Current.CancellationToken);
        using var head = await HeadAsync(address);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (whole.StatusCode, head.StatusCode));
        Assert.Equal(whole.Content.Headers.ContentType, head.Content.Headers.ContentType);
        Assert.Equal((whole.Headers.ETag, whole.Headers.CacheControl), (head.Headers.ETag, head.Headers.CacheControl));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_is_not_there_is_not_there_and_what_is_no_GET_is_refused_naming_what_is()
    {
        using var missing = await HeadAsync("/api/v1/results/0123456789abcdef0123456789abcdef");
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        using var refused = await HeadAsync("/api/v1/analyze");
        Assert.Equal((HttpStatusCode.MethodNotAllowed, "POST"), (refused.StatusCode, refused.Content.Headers.Allow.Single()));
    }

    [Fact]
    public async Task What_the_client_has_already_is_unchanged_for_HEAD_too()
    {
        var address = $"/api/v1/results/{analyzed.Result["job_id"]}";
        using var first = await HeadAsync(address);
        using var request = new HttpRequestMessage(HttpMethod.Head, address);
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var again = await analyzed.Replica.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    private async Task<HttpResponseMessage> HeadAsync(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, address);
        return await analyzed.Replica.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
