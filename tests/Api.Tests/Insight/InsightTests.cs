using System.Text.Json.Nodes;
using RegressionAnalyzer.Api.Tests.Serving;

namespace RegressionAnalyzer.Api.Tests.Insight;

public sealed class InsightTests : IAsyncDisposable
{
    private static readonly object Good = new
    {
        context = "Homes that were sold.",
        target = "price",
        features = (string[])["area", "rooms"],
        columns = (object[])[new { column = "area", relevance = "high", reason = "Size drives the price." }],
        transpose = false,
        transpose_reason = "Each row is a home.",
    };

    private readonly SharedVolumes _volumes = new();
    private readonly FakeProvider _provider = new();
    private Replica? _replica;

    public async ValueTask DisposeAsync()
    {
        _replica?.Dispose();
        await _provider.DisposeAsync();
        _volumes.Dispose();
    }

    [Theory]
    [InlineData("anthropic", "/v1/messages", 0.002)]
    [InlineData("openai", "/v1/chat/completions", 0.00065)]
    [InlineData("google", "/v1/chat/completions", 0.0008)]
    [InlineData("groq", "/v1/chat/completions", 0.000135)]
    public async Task Each_provider_is_asked_in_its_own_protocol_and_its_tokens_and_cost_are_counted(string name, string path, double cost)
    {
        _provider.Says(Good);
        var result = await AnalyzeAsync(name, new { target = "price" });

        var insight = result["insight"]!;
        Assert.Equal((name, "Homes that were sold.", "price"), ((string?)insight["provider"], (string?)insight["context"], (string?)insight["target"]));
        Assert.Equal("high", (string?)insight["columns"]![0]!["relevance"]);
        Assert.Equal((1000L, 200L), ((long)insight["input_tokens"]!, (long)insight["output_tokens"]!));
        Assert.Equal(cost, (double)insight["cost_usd"]!, 9);
        Assert.Equal((path, $"Bearer {FakeProvider.Key}"), (_provider.Requests.Single().Path, _provider.Requests.Single().Key));
        Assert.Contains("transpose_reason", _provider.Requests.Single().Body.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_asked_when_the_request_says_so()
    {
        _provider.Says(Good);
        var result = await AnalyzeAsync("openai", new { target = "price", skip_llm = true });
        Assert.Null(result["insight"]);
        Assert.Empty(_provider.Requests);
    }

    [Fact]
    public async Task A_recommended_target_is_taken_when_none_is_named_and_a_warning_says_so()
    {
        _provider.Says(Good);
        var result = await AnalyzeAsync("anthropic", new { });
        var fit = result["statistics"]!["linear_regression"]!;
        Assert.Equal("price", (string?)fit["target"]);
        Assert.Equal(["area", "rooms"], fit["features"]!.AsArray().Select(static name => (string?)name));
        Assert.Contains("No target was named; 'price' was taken, as anthropic recommends.", Warnings(result));
    }

    [Fact]
    public async Task An_answer_that_is_something_else_is_asked_for_once_more_and_both_are_counted()
    {
        _provider.Says("Sure! I would love to help.").Says(Good);
        var result = await AnalyzeAsync("openai", new { target = "price" });
        Assert.Equal((2000L, 400L), ((long)result["insight"]!["input_tokens"]!, (long)result["insight"]!["output_tokens"]!));
    }

    [Fact]
    public async Task A_fence_around_the_answer_is_taken_off()
    {
        _provider.Says($"```json\n{System.Text.Json.JsonSerializer.Serialize(Good)}\n```");
        Assert.NotNull((await AnalyzeAsync("groq", new { target = "price" }))["insight"]);
    }

    [Theory]
    [InlineData("no JSON at all")]
    [InlineData("{\"context\":\"cut off")]
    [InlineData("[1,2,3]")]
    [InlineData("{}")]
    [InlineData("{\"context\":7,\"target\":null,\"features\":[],\"columns\":[],\"transpose\":false,\"transpose_reason\":\"\"}")]
    [InlineData("{\"context\":\"\",\"target\":null,\"features\":null,\"columns\":[],\"transpose\":false,\"transpose_reason\":\"\"}")]
    [InlineData("{\"context\":\"\",\"target\":null,\"features\":[],\"columns\":[],\"transpose\":false,\"transpose_reason\":\"\",\"run\":\"rm\"}")]
    public async Task Garbage_costs_a_warning_and_nothing_else(string garbage)
    {
        _provider.Says(garbage);
        var result = await AnalyzeAsync("anthropic", new { target = "price" });
        Assert.Equal("completed", (string?)result["status"]);
        Assert.Null(result["insight"]);
        Assert.Contains(Warnings(result), static warning => warning.Contains("not the JSON it was asked for", StringComparison.Ordinal));
        Assert.Equal(2, _provider.Requests.Count);
    }

    [Theory]
    [InlineData("anthropic", 401, "refused the key", 1)]
    [InlineData("openai", 401, "refused the key", 1)]
    [InlineData("anthropic", 404, "does not know the model", 1)]
    [InlineData("anthropic", 500, "answered with status 500", 3)]
    [InlineData("openai", 500, "answered with status 500", 3)]
    [InlineData("groq", 429, "has no capacity left", 3)]
    public async Task A_failure_is_told_in_words_without_what_the_provider_said(string provider, int status, string words, int attempts)
    {
        _provider.Fails(status);
        var result = await AnalyzeAsync(provider, new { target = "price" });
        Assert.Equal("completed", (string?)result["status"]);
        Assert.Contains(words, Assert.Single(Warnings(result), static warning => warning.Contains("language model", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Equal(attempts, _provider.Requests.Count);
        Assert.DoesNotContain(FakeProvider.Key, result.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_passing_failure_is_tried_again()
    {
        _provider.Fails(503).Says(Good);
        Assert.NotNull((await AnalyzeAsync("openai", new { target = "price" }))["insight"]);
    }

    [Theory]
    [InlineData("anthropic")]
    [InlineData("openai")]
    public async Task A_slow_provider_is_waited_for_no_longer_than_is_set(string provider)
    {
        _provider.Does(static context => Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(static _ => { }, TaskScheduler.Default));
        var result = await AnalyzeAsync(provider, new { target = "price" }, ("Llm:TimeoutSeconds", "1"));
        Assert.Equal("completed", (string?)result["status"]);
        Assert.Contains(Warnings(result), static warning => warning.Contains("did not answer within 1 s", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_provider_that_is_not_there_costs_a_warning()
    {
        var result = await AnalyzeAsync("openai", new { target = "price" }, ("Llm:openai:BaseUrl", "http://127.0.0.1:9/v1"), ("Llm:TimeoutSeconds", "20"));
        Assert.Contains(Warnings(result), static warning => warning.Contains("could not be reached", StringComparison.Ordinal));
    }

    private static List<string> Warnings(JsonObject result) => [.. result["warnings"]!.AsArray().Select(static warning => (string)warning!)];

    private async Task<JsonObject> AnalyzeAsync(string provider, object request, params IEnumerable<(string Name, string Value)> settings)
    {
        _replica = new(_volumes, [.. _provider.As(provider), .. settings]);
        var body = System.Text.Json.JsonSerializer.SerializeToNode(request)!.AsObject();
        body["upload_id"] = await _replica.Http.UploadedAsync("homes.csv", Tables.Small);
        return await _replica.Http.ResultAsync(await _replica.Http.AnalyzingAsync(body));
    }
}
