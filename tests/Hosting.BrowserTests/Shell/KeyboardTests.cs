using Microsoft.Playwright;
using RegressionAnalyzer.Hosting.BrowserTests.Driving;
using static Microsoft.Playwright.Assertions;

namespace RegressionAnalyzer.Hosting.BrowserTests.Shell;

/// <summary>By keys alone, as somebody works who sees no pointer.</summary>
[Collection(OneAppHost.Name)]
public sealed class KeyboardTests(Chromium chromium, SharedAppHost shared)
{
    private const int MostSteps = 60;

    [Fact]
    public async Task A_resource_is_stopped_and_started_and_another_page_is_searched()
    {
        await using var visit = await shared.Program.OpenAsync(chromium);
        var row = visit.Page.GetByRole(AriaRole.Row).Filter(new() { Has = visit.Page.GetByRole(AriaRole.Rowheader, new() { Name = "service", Exact = true }) });
        await Expect(row).ToContainTextAsync("Healthy");

        await PressAsync(visit, "Skip to the content");
        await Expect(visit.Page.Locator("#content")).ToBeFocusedAsync();
        await PressAsync(visit, "Stop service");
        await Expect(row).ToContainTextAsync("Stopped");
        await PressAsync(visit, "Start service");
        await Expect(row).ToContainTextAsync("Healthy");

        await PressAsync(visit, "Console");
        await Expect(visit.Heading("Console")).ToBeFocusedAsync();
        await ReachAsync(visit, "Search in the lines");
        await visit.Page.Keyboard.TypeAsync("line 1");
        await Expect(visit.Page.GetByRole(AriaRole.Log).Locator(".words").First).ToContainTextAsync("line 1");
    }

    private static async Task PressAsync(Visit visit, string name)
    {
        await ReachAsync(visit, name);
        await visit.Page.Keyboard.PressAsync("Enter");
    }

    /// <summary>From where the focus is, on and on.</summary>
    private static async Task ReachAsync(Visit visit, string name)
    {
        for (var step = 0; step < MostSteps; step++)
        {
            await visit.Page.Keyboard.PressAsync("Tab");
            if (await visit.Page.EvaluateAsync<string>("(document.activeElement.getAttribute('aria-label') ?? document.activeElement.innerText) || document.activeElement.labels?.[0]?.innerText || ''") is var focused && focused.Trim() == name)
                return;
        }

        Assert.Fail($"'{name}' was not reached by {MostSteps} times Tab.");
    }
}
