using RegressionAnalyzer.Api.Tests.Serving;

namespace RegressionAnalyzer.Api.Tests.Page;

public sealed class PageTests(Browser browser) : IClassFixture<Browser>, IDisposable
{
    private readonly SharedVolumes _volumes = new();
    private Replica? _replica;

    public void Dispose()
    {
        _replica?.Dispose();
        _volumes.Dispose();
    }

    [Theory]
    [InlineData("desktop", 1280, 900, false)]
    [InlineData("desktop-dark", 1280, 900, true)]
    [InlineData("phone", 390, 844, false)]
    [InlineData("phone-dark", 390, 844, true)]
    public async Task From_a_file_to_its_charts(string name, int width, int height, bool dark)
    {
        await using var visit = await browser.VisitAsync(Service(), width, height, dark);
        await visit.ShowAsync($"{name}-1-start");

        await visit.ChooseAsync("house_prices.csv", Tables.Sample("house_prices.csv"));
        await visit.SeeAsync("#columns tbody tr:nth-child(8)");
        await visit.Page.GetByLabel("Explain price", new() { Exact = true }).CheckAsync();
        await visit.ShowAsync($"{name}-2-columns");
        await visit.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Analyse" }).ClickAsync();

        await visit.SeeAsync("#result h2");
        Assert.Equal("What explains price?", await visit.Page.TextContentAsync("#result h2"));
        Assert.Equal("area", await visit.Page.TextContentAsync("#result tbody tr:nth-child(2) th"));
        await Task.WhenAll((await visit.Page.QuerySelectorAllAsync(".charts img")).Select(image => image.ScrollIntoViewIfNeededAsync()));
        await visit.Page.WaitForFunctionAsync("() => [...document.querySelectorAll('.charts img')].every(image => image.naturalWidth > 0)");
        await visit.Page.EvaluateAsync("() => window.scrollTo(0, 0)");
        await visit.ShowAsync($"{name}-3-result");
        Assert.True(await visit.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= window.innerWidth"), "The page is wider than the screen.");

        await visit.Page.ClickAsync(".charts figure button");
        await visit.SeeAsync("dialog[open] img");
        await visit.ShowAsync($"{name}-4-chart");
        await visit.Page.Keyboard.PressAsync("Escape");
        Assert.Equal(1, await visit.Page.Locator("#history li").CountAsync());
    }

    [Fact]
    public async Task By_keyboard_alone()
    {
        await using var visit = await browser.VisitAsync(Service());
        var keyboard = visit.Page.Keyboard;
        await keyboard.PressAsync("Tab");
        Assert.Equal("To the content", await FocusAsync(visit));
        for (var stops = 0; await FocusAsync(visit) != "file"; stops++)
        {
            Assert.InRange(stops, 0, 10);
            await keyboard.PressAsync("Tab");
        }

        var chooser = await visit.Page.RunAndWaitForFileChooserAsync(() => keyboard.PressAsync("Space"));
        await chooser.SetFilesAsync(new Microsoft.Playwright.FilePayload { Name = "houses.csv", MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes(Tables.Small) });
        await visit.SeeAsync("#columns tbody tr");
        Assert.Equal("choose-title", await FocusAsync(visit));
        for (var stops = 0; await FocusAsync(visit) != "Analyse"; stops++)
        {
            Assert.InRange(stops, 0, 20);
            await keyboard.PressAsync("Tab");
        }

        await keyboard.PressAsync("Enter");
        await visit.SeeAsync("#result h2");
        Assert.Equal("result-title", await FocusAsync(visit));
    }

    [Fact]
    public async Task A_result_can_be_come_back_to_and_its_table_asked_again()
    {
        await using var visit = await browser.VisitAsync(Service());
        await visit.ChooseAsync("houses.csv", Tables.Small);
        await visit.Page.ClickAsync("#request [type=submit]");
        await visit.SeeAsync("#result h2");

        await visit.Page.ReloadAsync();
        await visit.SeeAsync("#result h2");
        await visit.Page.ClickAsync("[data-again]");
        await visit.SeeAsync("#columns tbody tr");
        await visit.Page.ClickAsync("#history a");
        await visit.SeeAsync("#result h2");
        await visit.Page.ClickAsync("#forget");
        Assert.False(await visit.Page.IsVisibleAsync("#history"));
    }

    [Fact]
    public async Task What_is_refused_is_said_on_the_page()
    {
        await using var visit = await browser.VisitAsync(Service());

        await visit.ChooseAsync("empty.csv", "a,b\n");

        await visit.SeeAsync("#problem:not([hidden])");
        Assert.Contains("no rows", await visit.Page.TextContentAsync("#problem"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Markup_in_names_values_and_file_names_stays_text()
    {
        const string Evil = "<img src=x onerror=alert(1)>";
        await using var visit = await browser.VisitAsync(Service());

        await visit.ChooseAsync("<svg onload=alert(1)>.csv", $"{Evil},{Evil}2,\"<script>alert(1)</script>\"\n1,{Evil},5\n2,b,9\n4,{Evil},3\n7,b,4\n9,b,8\n");
        await visit.SeeAsync("#columns tbody tr");
        Assert.Contains(Evil, await visit.Page.TextContentAsync("#columns"), StringComparison.Ordinal);
        await visit.Page.ClickAsync("#request [type=submit]");
        await visit.SeeAsync("#result h2");

        Assert.Equal(0, await visit.Page.Locator("#main img[src=x], #main script, #main svg").CountAsync());
    }

    [Fact]
    public async Task The_reference_is_browsable()
    {
        await using var visit = await browser.VisitAsync(Service());

        await visit.Page.ClickAsync("header nav a");

        await visit.Page.GetByText("Analyse an upload").First.WaitForAsync(new() { State = Microsoft.Playwright.WaitForSelectorState.Attached });
        await visit.ShowAsync("docs");
    }

    private Uri Service() => (_replica = new Replica(_volumes)).Http.BaseAddress!;

    private static Task<string> FocusAsync(Visit visit) =>
        visit.Page.EvaluateAsync<string>("() => document.activeElement.id || document.activeElement.textContent.trim()");
}
