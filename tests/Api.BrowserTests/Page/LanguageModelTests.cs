using RegressionAnalyzer.Api.BrowserTests.Driving;
using static Microsoft.Playwright.Assertions;

namespace RegressionAnalyzer.Api.BrowserTests.Page;

/// <summary>A language model is asked only when the analyst ticks it, and its words are shown as opinion.</summary>
public sealed class LanguageModelTests(Chromium chromium) : IAsyncDisposable
{
    private readonly SharedVolumes _volumes = new();
    private readonly FakeProvider _provider = new();

    public async ValueTask DisposeAsync()
    {
        await _provider.DisposeAsync();
        _volumes.Dispose();
    }

    [Fact]
    public async Task It_is_asked_when_ticked_and_its_words_stay_text()
    {
        _provider.Says(new
        {
            context = "Sales of homes. <img src=x onerror=alert(5)>",
            target = "price",
            features = (string[])["area", "district"],
            columns = (object[])[new { column = "area", relevance = "high", reason = "Larger homes cost more." }, new { column = "energy_class", relevance = "low", reason = "A small premium." }],
            transpose = false,
            transpose_reason = "Each row is a home.",
        });
        using var replica = new Replica(_volumes, _provider.As("anthropic"));
        await using var visit = await Visit.BeginAsync(chromium, replica);
        await visit.ChooseAsync(Steps.Sample("house_prices.csv"));
        await visit.Page.GetByLabel("Let a language model (anthropic) explain the columns").CheckAsync();
        await visit.PictureAsync("model-choice");
        await visit.AnalyseAsync("price");
        await Expect(visit.Page.GetByText("Sales of homes. <img src=x onerror=alert(5)>")).ToBeVisibleAsync();
        await Expect(visit.Page.GetByText("Opinion of claude-haiku-5-5 (anthropic), not a statistic. 1,200 tokens, less than a cent (US)")).ToBeVisibleAsync();
        await visit.PictureAsync("model-words");
    }

    [Fact]
    public async Task Unticked_nothing_leaves_the_service()
    {
        using var replica = new Replica(_volumes, _provider.As("openai"));
        await using var visit = await Visit.BeginAsync(chromium, replica);
        await visit.AnalyseHousesAsync();
        Assert.Empty(_provider.Requests);
    }
}
