using RegressionAnalyzer.Api.BrowserTests.Driving;
using static Microsoft.Playwright.Assertions;

namespace RegressionAnalyzer.Api.BrowserTests.Page;

/// <summary>Whatever stands in a table or its file's name is text. Any dialog, script error or broken policy fails the visit.</summary>
public sealed class HostileTableTests(Chromium chromium) : IDisposable
{
    private const string Image = "<img src=x onerror=alert(1)>";
    private const string Script = "<script>alert(2)</script>";
    private const string Label = "\"><svg onload=alert(3)>";

    private readonly SharedVolumes _volumes = new();

    public void Dispose() => _volumes.Dispose();

    [Fact]
    public async Task Markup_in_names_and_values_is_shown_and_never_run()
    {
        using var replica = new Replica(_volumes);
        await using var visit = await Visit.BeginAsync(chromium, replica);

        await visit.DropAsync($"{Image}.csv", Table());
        await Expect(visit.Page.Locator(".lead .name")).ToHaveTextAsync($"{Image}.csv");
        await Expect(visit.Page.Locator(".columns .name").First).ToContainTextAsync(Image);

        await visit.Page.GetByLabel("What is the table about?").FillAsync(Script);
        await visit.AnalyseAsync(Script);
        await Expect(visit.Page.Locator(".context")).ToHaveTextAsync(Script);
        await Expect(visit.Page.Locator(".numbers tbody")).ToContainTextAsync([Image]);
        foreach (var folded in await visit.Page.Locator("summary").AllAsync())
            await folded.ClickAsync();
        await visit.Page.GotoAsync(new Uri(visit.Service, "/#/history").ToString());
        await Expect(visit.Page.Locator(".entries strong")).ToHaveTextAsync($"What explains {Script}");
        Assert.Equal(0, await visit.Page.EvaluateAsync<int>("document.querySelectorAll('main :is(script, svg, img[onerror])').length"));
    }

    [Fact]
    public async Task A_chart_opened_by_itself_runs_nothing()
    {
        using var replica = new Replica(_volumes);
        await using var visit = await Visit.BeginAsync(chromium, replica);
        await visit.DropAsync("charts.csv", Table());
        await visit.AnalyseAsync(Script);
        var chart = await visit.Page.Locator(".gallery a", new() { HasText = "SVG" }).First.GetAttributeAsync("href");
        await visit.Page.GotoAsync(new Uri(visit.Service, chart!).ToString());
        Assert.Equal(0, await visit.Page.EvaluateAsync<int>("document.querySelectorAll('script, [onload], [onerror]').length"));
    }

    [Fact]
    public async Task A_history_somebody_tampered_with_breaks_nothing()
    {
        using var replica = new Replica(_volumes);
        await using var visit = await Visit.BeginAsync(chromium, replica);
        await visit.Page.EvaluateAsync("""
            localStorage.setItem('regression-analyzer.history', JSON.stringify([7, null, { job: 'x" onclick="alert(4)', filename: '<b>' }, { job: 'a'.repeat(32), filename: '<b>', at: 'never', status: '<i>' }]))
            """);
        await visit.Page.GotoAsync(new Uri(visit.Service, "/#/history").ToString());
        await Expect(visit.Heading("Analyses in this browser")).ToBeVisibleAsync();
    }

    /// <summary>A number explained by a number and a category, all with names that are markup.</summary>
    private static string Table() => string.Join('\n', Enumerable.Range(0, 24)
        .Select(static row => $"{row * 3 % 11},\"{(row % 2 == 0 ? Label.Replace("\"", "\"\"", StringComparison.Ordinal) : "plain")}\",{(row * 2) + (row % 5)}")
        .Prepend($"{Image},category,{Script}"));
}
