using System.Text.RegularExpressions;
using Microsoft.Playwright;
using RegressionAnalyzer.Api.BrowserTests.Driving;
using static Microsoft.Playwright.Assertions;

namespace RegressionAnalyzer.Api.BrowserTests.Page;

/// <summary>Small, dark, or read aloud.</summary>
public sealed class ReadingConditionsTests(Chromium chromium) : IDisposable
{
    private readonly SharedVolumes _volumes = new();

    public void Dispose() => _volumes.Dispose();

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public async Task Every_view_fits_and_is_accessible(bool phone, bool dark)
    {
        using var replica = new Replica(_volumes);
        await using var visit = await Visit.BeginAsync(chromium, replica, phone, dark);
        var kind = $"{(phone ? "phone" : "desk")}-{(dark ? "dark" : "light")}";
        await visit.FitsAndIsAccessibleAsync($"{kind}-1-start");

        await visit.ChooseAsync(Steps.Sample("house_prices.csv"));
        await Expect(visit.Heading("What should be explained?")).ToBeVisibleAsync();
        await visit.FitsAndIsAccessibleAsync($"{kind}-2-table");

        await visit.AnalyseAsync("price");
        await visit.FitsAndIsAccessibleAsync($"{kind}-3-result");
        foreach (var folded in await visit.Page.Locator("summary").AllAsync())
            await folded.ClickAsync();
        await visit.FitsAndIsAccessibleAsync($"{kind}-4-unfolded");
        await visit.Page.Locator(".gallery button").First.ClickAsync();
        await visit.FitsAndIsAccessibleAsync($"{kind}-5-enlarged", whole: false);
        await visit.Page.Keyboard.PressAsync("Escape");
        await visit.Button("Delete…").ClickAsync();
        await visit.FitsAndIsAccessibleAsync($"{kind}-6-delete", whole: false);
        await visit.Page.Keyboard.PressAsync("Escape");

        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "History" }).ClickAsync();
        await Expect(visit.Heading("Analyses in this browser")).ToBeVisibleAsync();
        await visit.FitsAndIsAccessibleAsync($"{kind}-7-history");
    }

    [Fact]
    public async Task Chosen_colours_stay_over_a_reload()
    {
        using var replica = new Replica(_volumes);
        await using var visit = await Visit.BeginAsync(chromium, replica);
        await visit.Button("Colours: as the system has them").ClickAsync();
        await Expect(visit.Button("Colours: dark")).ToBeVisibleAsync();
        await visit.Page.ReloadAsync();
        await Expect(visit.Button("Colours: dark")).ToBeVisibleAsync();
        Assert.Equal("rgb(18, 21, 26)", await visit.Page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor"));
    }

    [Fact]
    public async Task Charts_wear_the_colours_of_the_page()
    {
        using var replica = new Replica(_volumes);
        await using var visit = await Visit.BeginAsync(chromium, replica, dark: true);
        await visit.AnalyseHousesAsync();
        var chart = visit.Page.Locator(".gallery img").First;
        await Expect(chart).ToHaveAttributeAsync("src", new Regex("theme=dark$"));
        // waits for the picture; to ask the page again and again would be for it to evaluate text, which it forbids
        await chart.EvaluateAsync("image => image.decode()");

        await visit.Page.Locator(".gallery button").First.ClickAsync();
        await Expect(visit.Page.Locator("dialog.enlarged img")).ToHaveAttributeAsync("src", new Regex("theme=dark$"));
        await visit.Page.Keyboard.PressAsync("Escape");

        await visit.Button("Colours: as the system has them").ClickAsync();
        await visit.Button("Colours: dark").ClickAsync();
        await Expect(chart).ToHaveAttributeAsync("src", new Regex("[.]svg$"));
        await visit.Button("Colours: light").ClickAsync();
        await Expect(chart).ToHaveAttributeAsync("src", new Regex("theme=dark$"));
        await visit.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await Expect(chart).ToHaveAttributeAsync("src", new Regex("[.]svg$"));
    }
}
