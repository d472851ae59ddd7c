using RegressionAnalyzer.Hosting.BrowserTests.Driving;
using static Microsoft.Playwright.Assertions;

namespace RegressionAnalyzer.Hosting.BrowserTests.Shell;

[Collection(OneAppHost.Name)]
public sealed class ColoursTests(Chromium chromium, SharedAppHost shared)
{
    [Fact]
    public async Task Chosen_colours_stay_over_a_reload()
    {
        await using var visit = await shared.Program.OpenAsync(chromium);
        await visit.Button("Colours: system").ClickAsync();
        await visit.Button("Colours: light").ClickAsync();
        await Expect(visit.Button("Colours: dark")).ToBeVisibleAsync();
        await visit.Page.ReloadAsync();
        await Expect(visit.Button("Colours: dark")).ToBeVisibleAsync();
        Assert.Equal("rgb(31, 31, 31)", await visit.Page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor"));
    }
}
