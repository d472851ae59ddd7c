using RegressionAnalyzer.Hosting.BrowserTests.Driving;
using static Microsoft.Playwright.Assertions;

namespace RegressionAnalyzer.Hosting.BrowserTests.ConsoleLogs;

[Collection(OneAppHost.Name)]
public sealed class ConsoleTests(Chromium chromium, SharedAppHost shared)
{
    [Fact]
    public async Task Lines_come_live_in_their_colours_are_searched_paused_and_downloaded()
    {
        await using var visit = await shared.Program.OpenAsync(chromium, "/console/chatter");
        var lines = visit.Page.GetByRole(Microsoft.Playwright.AriaRole.Log);

        await Expect(lines.Locator(".fg-2")).ToHaveTextAsync("green");
        await Expect(lines).ToContainTextAsync("and <b>not bold</b>");
        await Expect(lines).ToContainTextAsync("line 3");
        await visit.PictureAsync("console");

        await visit.Page.GetByLabel("Search in the lines").FillAsync("LINE 2");
        await Expect(lines.Locator(".words").First).ToHaveTextAsync("line 2");
        await Expect(lines).Not.ToContainTextAsync("green");

        var download = await visit.Page.RunAndWaitForDownloadAsync(() => visit.Page.GetByText("Download").ClickAsync());
        Assert.StartsWith("console-chatter-", download.SuggestedFilename, StringComparison.Ordinal);
        Assert.All(
            await File.ReadAllLinesAsync((await download.PathAsync())!, TestContext.Current.CancellationToken),
            line => Assert.Contains("line 2", line, StringComparison.Ordinal));

        await visit.Page.GetByLabel("Search in the lines").FillAsync("");
        await Expect(lines).ToContainTextAsync("green");
        await visit.Button("Pause").ClickAsync();
        await Expect(visit.Page.GetByText("Paused.")).ToBeVisibleAsync();
        var shown = await lines.Locator(".line").CountAsync();
        await visit.Button("Go on").ClickAsync();
        await Expect(lines.Locator(".line").Nth(shown + 2)).ToBeAttachedAsync();
    }
}
