using Microsoft.Playwright;
using RegressionAnalyzer.Api.BrowserTests.Driving;
using static Microsoft.Playwright.Assertions;

namespace RegressionAnalyzer.Api.BrowserTests.Page;

public sealed class WholePathTests(Chromium chromium) : IDisposable
{
    private readonly SharedVolumes _volumes = new();

    public void Dispose() => _volumes.Dispose();

    [Fact]
    public async Task From_a_dropped_file_to_charts()
    {
        using var replica = new Replica(_volumes);
        await using var visit = await Visit.BeginAsync(chromium, replica);
        await Expect(visit.Heading("What explains a number in your table?")).ToBeVisibleAsync();
        await visit.PictureAsync("start");

        await visit.DropAsync("homes.csv", await File.ReadAllTextAsync(Steps.Sample("house_prices.csv"), TestContext.Current.CancellationToken));
        await Expect(visit.Page.GetByText("240 rows · 8 columns")).ToBeVisibleAsync();
        await visit.PictureAsync("table");

        await visit.AnalyseAsync("price");
        var charts = visit.Page.Locator(".gallery img");
        await Expect(charts.First).ToHaveJSPropertyAsync("complete", true);
        Assert.True(await charts.First.EvaluateAsync<bool>("image => image.naturalWidth > 0"));
        await visit.PictureAsync("result");
        await visit.Page.Locator(".gallery button").First.ClickAsync();
        await visit.PictureAsync("enlarged", whole: false);
    }

    [Fact]
    public async Task From_the_sample_to_the_history_and_back_over_a_reload()
    {
        using var replica = new Replica(_volumes);
        await using var visit = await Visit.BeginAsync(chromium, replica);
        await visit.Button("Try 240 sales of homes").ClickAsync();
        await visit.AnalyseAsync("price");
        await visit.Page.ReloadAsync();
        await Expect(visit.Heading("What explains price")).ToBeVisibleAsync();

        await visit.Page.GotoAsync(new Uri(visit.Service, "/#/history").ToString());
        await Expect(visit.Page.Locator(".entries li")).ToContainTextAsync(["96.4 % explained"]);
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "What explains price" }).ClickAsync();
        await Expect(visit.Heading("What explains price")).ToBeVisibleAsync();
        await visit.Page.GoBackAsync();
        await visit.Button("Forget the analysis of house_prices.csv").ClickAsync();
        await Expect(visit.Page.GetByText("There are none yet.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_is_downloaded_is_named_after_the_table_and_safe_in_a_spreadsheet()
    {
        using var replica = new Replica(_volumes);
        await using var visit = await Visit.BeginAsync(chromium, replica);
        var rows = Enumerable.Range(0, 20).Select(static row => $"{row},{(row * row % 7) - 3},{(2 * row) + (row % 3)}");
        await visit.ChooseAsync("sheet.csv", string.Join('\n', rows.Prepend("=cmd()|x,\"a,\"\"b\",y")));
        await visit.AnalyseAsync("y");

        var effects = await visit.Page.RunAndWaitForDownloadAsync(() => visit.Button("Download effects as CSV").ClickAsync());
        Assert.Equal("sheet.effects.csv", effects.SuggestedFilename);
        var lines = await File.ReadAllLinesAsync((await effects.PathAsync())!, TestContext.Current.CancellationToken);
        Assert.StartsWith("feature,coefficient,", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("'=cmd()|x,", lines[2], StringComparison.Ordinal);
        Assert.StartsWith("\"a,\"\"b\",", lines[3], StringComparison.Ordinal);

        var json = await visit.Page.RunAndWaitForDownloadAsync(() => visit.Page.GetByText("Download JSON").ClickAsync());
        Assert.Equal("sheet.analysis.json", json.SuggestedFilename);
        var chart = await visit.Page.RunAndWaitForDownloadAsync(() => visit.Page.Locator(".gallery a", new() { HasText = "PNG" }).First.ClickAsync());
        Assert.EndsWith(".png", chart.SuggestedFilename, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_result_is_deleted_after_asking()
    {
        using var replica = new Replica(_volumes);
        await using var visit = await Visit.BeginAsync(chromium, replica);
        await visit.AnalyseHousesAsync();
        var job = visit.Page.Url.Split('/')[^1];

        await visit.Button("Delete…").ClickAsync();
        await visit.Button("Keep").ClickAsync();
        await Expect(visit.Heading("What explains price")).ToBeVisibleAsync();
        await visit.Button("Delete…").ClickAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Delete", Exact = true }).ClickAsync();
        await Expect(visit.Heading("Deleted")).ToBeVisibleAsync();
        using var answer = await replica.Http.GetAsync($"/api/v1/results/{job}", TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("[]", await visit.Page.EvaluateAsync<string>("localStorage.getItem('regression-analyzer.history')"));
    }

    [Fact]
    public async Task A_running_analysis_shows_how_far_it_is_and_can_be_called_off()
    {
        using var replica = new Replica(_volumes);
        await using var visit = await Visit.BeginAsync(chromium, replica);
        await visit.Page.RouteAsync("**/api/v1/results/*", route => route.Request.Method == "GET"
            ? route.FulfillAsync(new() { ContentType = "application/json", Body = """{"status":"processing","filename":"x.csv","stage":"importance","progress":0.6}""" })
            : route.ContinueAsync());
        await visit.ChooseAsync(Steps.Sample("house_prices.csv"));
        await visit.Button("Analyse").ClickAsync();
        await Expect(visit.Page.GetByText("Measuring what matters").First).ToBeVisibleAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Measuring what matters");
        await visit.PictureAsync("progress");
        await visit.Button("Cancel").ClickAsync();
        await Expect(visit.Heading("Cancelled")).ToBeVisibleAsync();
        await visit.Page.UnrouteAllAsync();
    }
}
