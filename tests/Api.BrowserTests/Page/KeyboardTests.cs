using Microsoft.Playwright;
using RegressionAnalyzer.Api.BrowserTests.Driving;
using static Microsoft.Playwright.Assertions;

namespace RegressionAnalyzer.Api.BrowserTests.Page;

/// <summary>From the file to an enlarged chart without a pointer.</summary>
public sealed class KeyboardTests(Chromium chromium) : IDisposable
{
    private const int FarthestAway = 60;

    private readonly SharedVolumes _volumes = new();

    public void Dispose() => _volumes.Dispose();

    [Fact]
    public async Task The_whole_path_needs_no_pointer()
    {
        using var replica = new Replica(_volumes);
        await using var visit = await Visit.BeginAsync(chromium, replica);
        var keys = visit.Page.Keyboard;

        // Asked for before the way there: the browser is told to hand choosers over only then, and an Enter that comes at once can overtake that.
        var chooser = visit.Page.WaitForFileChooserAsync();
        await TabToAsync(visit, "#file");
        await keys.PressAsync("Enter");
        await (await chooser).SetFilesAsync(Steps.Sample("house_prices.csv"));
        await Expect(visit.Heading("What should be explained?")).ToBeFocusedAsync();

        await TabToAsync(visit, "#target");
        await keys.TypeAsync("age");
        await Expect(visit.Page.Locator("#target")).ToHaveValueAsync("age");
        await TabToAsync(visit, "input[type=checkbox]:not(:disabled)");
        await keys.PressAsync("Space");
        await Expect(visit.Page.GetByText("6 columns chosen of 7 that can be.").First).ToBeVisibleAsync();
        await TabToAsync(visit, "button[type=submit]");
        await keys.PressAsync("Enter");
        await Expect(visit.Heading("What explains age")).ToBeFocusedAsync();

        await TabToAsync(visit, ".gallery button");
        await keys.PressAsync("Enter");
        await Expect(visit.Page.Locator("dialog.enlarged")).ToBeVisibleAsync();
        await keys.PressAsync("Escape");
        await Expect(visit.Page.Locator("dialog.enlarged")).ToBeHiddenAsync();
        await Expect(visit.Page.Locator(".gallery button").First).ToBeFocusedAsync();

        await TabToAsync(visit, ".numbers thead th:nth-child(2) button");
        await keys.PressAsync("Enter");
        await Expect(visit.Page.Locator(".numbers thead th:nth-child(2)").First).ToHaveAttributeAsync("aria-sort", "ascending");
        await Expect(visit.Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Sorted by Effect, ascending");
    }

    [Fact]
    public async Task Whoever_tabs_sees_where_they_are_and_can_skip_the_head()
    {
        using var replica = new Replica(_volumes);
        await using var visit = await Visit.BeginAsync(chromium, replica);
        await visit.Page.ReloadAsync();
        await visit.Page.EvaluateAsync("document.activeElement.blur(); document.body.tabIndex = -1; document.body.focus()");
        await visit.Page.Keyboard.PressAsync("Tab");
        await Expect(visit.Page.GetByText("Skip to the content")).ToBeInViewportAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await TabToAsync(visit, "#file", atMost: 1);
        Assert.NotEqual("none", await visit.Page.Locator(".drop label").EvaluateAsync<string>("label => getComputedStyle(label).outlineStyle"));
    }

    private static async Task TabToAsync(Visit visit, string selector, int atMost = FarthestAway)
    {
        for (var pressed = 0; pressed < atMost; pressed++)
        {
            await visit.Page.Keyboard.PressAsync("Tab");
            if (await visit.Page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector))
                return;
        }

        Assert.Fail($"{selector} is not reached with {atMost} presses of Tab.");
    }
}
