using Microsoft.Playwright;
using RegressionAnalyzer.Hosting.BrowserTests.Driving;
using static Microsoft.Playwright.Assertions;

namespace RegressionAnalyzer.Hosting.BrowserTests.Resources;

[Collection(OneAppHost.Name)]
public sealed class CommandTests(Chromium chromium, SharedAppHost shared)
{
    [Fact]
    public async Task The_models_own_commands_are_asked_back_and_their_result_is_told()
    {
        await using var visit = await shared.Program.OpenAsync(chromium);

        var greet = await OpenMenuAsync(visit, "chatter", "Greet");
        await visit.PictureAsync("menu");
        await greet.ClickAsync();
        await Expect(visit.Page.GetByText("Shall it greet?")).ToBeVisibleAsync();
        await visit.PictureAsync("question");
        await visit.Page.Locator("fluent-dialog fluent-button", new() { HasText = "Greet" }).ClickAsync();
        await Expect(visit.Page.GetByText("Greet chatter: done after")).ToBeVisibleAsync();

        await (await OpenMenuAsync(visit, "chatter", "Fail")).ClickAsync();
        await Expect(visit.Page.GetByText("Fail chatter: failed. It never works.")).ToBeVisibleAsync();
    }

    /// <summary>The button opens the menu once the library's script has found it, which on a busy machine is after the page is there: as a person would, press again.</summary>
    private static async Task<ILocator> OpenMenuAsync(Visit visit, string resource, string wanted)
    {
        var item = visit.Page.GetByRole(AriaRole.Row).Filter(new() { Has = visit.Page.GetByRole(AriaRole.Rowheader, new() { Name = resource, Exact = true }) }).Locator("fluent-menu-item", new() { HasText = wanted });
        for (var presses = 0; presses < 10 && !await item.IsVisibleAsync(); presses++)
        {
            await visit.Button($"More for {resource}").ClickAsync();
            await Task.WhenAny(item.WaitForAsync(new() { Timeout = 3000 }));
        }

        return item;
    }
}
