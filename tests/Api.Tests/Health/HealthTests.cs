using System.Net;
using RegressionAnalyzer.Api.Tests.Serving;

namespace RegressionAnalyzer.Api.Tests.Health;

public sealed class HealthTests : IDisposable
{
    private readonly SharedVolumes _volumes = new();
    private readonly Replica _replica;

    public HealthTests() => _replica = new(_volumes);

    public void Dispose()
    {
        _replica.Dispose();
        _volumes.Dispose();
    }

    [Theory]
    [InlineData("")]
    [InlineData("?probe=startup")]
    [InlineData("?probe=live")]
    [InlineData("?probe=ready")]
    public async Task A_running_replica_is_healthy_by_every_probe(string probe)
    {
        using var answer = await _replica.Http.AskAsync($"/health{probe}");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var health = await answer.JsonAsync();
        Assert.Equal("healthy", (string?)health["status"]);
        Assert.Matches(@"^\d+\.\d+\.\d+$", (string?)health["version"]);
        Assert.Equal("ok", (string?)health["storage"]!["data"]!["status"]);
        Assert.False((bool)health["llm_available"]!);
        Assert.Empty(health["providers"]!.AsArray());
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task An_unknown_probe_is_refused_naming_those_there_are()
    {
        using var answer = await _replica.Http.AskAsync("/health?probe=deep");

        Assert.Contains("startup, live, ready", await answer.ProblemDetailAsync(HttpStatusCode.BadRequest), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_contract_is_published_with_examples_and_errors()
    {
        using var answer = await _replica.Http.GetAsync("/openapi/v1.json", TestContext.Current.CancellationToken);
        var contract = await answer.JsonAsync();

        var upload = contract["paths"]!["/api/v1/upload"]!["post"]!;
        Assert.Equal(["201", "400", "413", "415", "422", "429", "503", "507"], upload["responses"]!.AsObject().Select(static response => response.Key).Order());
        Assert.NotNull(upload["responses"]!["413"]!["content"]!["application/problem+json"]!["example"]);
        Assert.NotEmpty(contract["paths"]!["/api/v1/analyze"]!["post"]!["requestBody"]!["content"]!["application/json"]!["examples"]!.AsObject());
        Assert.Contains("upload_id", contract["components"]!["schemas"]!["AnalyzeRequest"]!["properties"]!.AsObject().Select(static property => property.Key));
    }
}
