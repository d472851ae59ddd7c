using RegressionAnalyzer.Api.Tests.Charts;

namespace RegressionAnalyzer.Api.Tests.Limits;

/// <summary>What is text is sent compressed to those who take it; what is compressed already is sent as it is.</summary>
public sealed class CompressionTests(AnalyzedTable analyzed) : IClassFixture<AnalyzedTable>
{
    [Theory]
    [InlineData("/", "gzip, br", "br")]
    [InlineData("/", "gzip", "gzip")]
    [InlineData("/", "identity", null)]
    [InlineData("/api/v1/results/JOB", "gzip, deflate, br", "br")]
    [InlineData("/api/v1/results/none", "br", "br")]
    [InlineData("/api/v1/charts/JOB/min_max.svg", "br", "br")]
    [InlineData("/api/v1/charts/JOB/min_max.png", "gzip, br", null)]
    [InlineData("/openapi/v1.json", "br", "br")]
    public async Task An_answer_comes_in_the_encoding_that_suits_it(string address, string accepted, string? encoding)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address.Replace("JOB", (string?)analyzed.Result["job_id"], StringComparison.Ordinal));
        request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);

        using var answer = await analyzed.Replica.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(encoding, answer.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.Equal(encoding is not null || accepted == "identity", answer.Headers.Vary.Contains("Accept-Encoding"));
    }
}
