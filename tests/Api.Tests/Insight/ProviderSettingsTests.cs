using System.Net;
using System.Text.Json.Nodes;
using RegressionAnalyzer.Api.Tests.Serving;

namespace RegressionAnalyzer.Api.Tests.Insight;

public sealed class ProviderSettingsTests : IDisposable
{
    private const string Key = "sk-never-to-be-seen";

    private readonly SharedVolumes _volumes = new();

    public void Dispose() => _volumes.Dispose();

    [Fact]
    public async Task Without_a_key_all_are_listed_and_none_is_available()
    {
        using var replica = new Replica(_volumes);
        var providers = await JsonAsync(replica, "/providers");
        Assert.Null(providers["active"]);
        Assert.Equal(["anthropic", "openai", "google", "groq"], providers["providers"]!.AsArray().Select(static each => (string)each!["name"]!));
        Assert.All(providers["providers"]!.AsArray(), static each => Assert.False((bool)each!["configured"]!));
        var health = await JsonAsync(replica, "/health");
        Assert.False((bool)health["llm_available"]!);
        Assert.Empty(health["providers"]!.AsArray());
    }

    [Fact]
    public async Task A_key_makes_its_provider_available_and_is_never_told()
    {
        using var replica = new Replica(_volumes, ("GROQ_API_KEY", Key), ("OPENAI_API_KEY", Key), ("ANTHROPIC_API_KEY", " "), ("Llm:Provider", "groq"), ("Llm:OpenAI:Model", "mine"));
        var providers = await JsonAsync(replica, "/providers");
        Assert.Equal("groq", (string?)providers["active"]);
        Assert.Equal("mine", (string?)providers["providers"]![1]!["models"]![0]);
        var health = await JsonAsync(replica, "/health");
        Assert.True((bool)health["llm_available"]!);
        Assert.Equal(["openai", "groq"], health["providers"]!.AsArray().Select(static each => (string)each!));
        Assert.DoesNotContain(Key, providers.ToJsonString() + health.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Llm__Provider", "nobody", "one of anthropic, openai, google, groq")]
    [InlineData("Llm__Provider", "openai", "OPENAI_API_KEY is not")]
    [InlineData("Llm__TimeoutSeconds", "soon", "a whole number from 1 to 600")]
    [InlineData("Llm__Groq__BaseUrl", "groq", "an http or https address")]
    [InlineData("Llm__Anthropic__InputPrice", "cheap", "US dollars for a million tokens")]
    public async Task A_wrong_setting_stops_the_start_with_its_name_and_what_is_allowed(string name, string value, string allowed)
    {
        using var service = ServiceProcess.Serve(_volumes, (name, value));
        Assert.Equal(1, await service.ExitAsync());
        Assert.Contains(name, service.Output, StringComparison.Ordinal);
        Assert.Contains(allowed, service.Output, StringComparison.Ordinal);
    }

    private static async Task<JsonObject> JsonAsync(Replica replica, string path)
    {
        using var answer = await replica.Http.AskAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.JsonAsync();
    }
}
