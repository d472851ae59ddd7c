using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using RegressionAnalyzer.Hosting.BrowserTests.Driving;
using static Microsoft.Playwright.Assertions;

namespace RegressionAnalyzer.Hosting.BrowserTests.Traces;

/// <summary>What an analysis did, from the system of this repository, on the pages that show it.</summary>
public sealed partial class AnalysisTraceTests(Chromium chromium)
{
    [Fact]
    public async Task An_analysis_is_found_by_a_search_with_its_stages_and_again_when_its_run_is_past()
    {
        var volumes = Directory.CreateTempSubdirectory("volumes-");
        try
        {
            await using (var appHost = await StartAsync(volumes))
            {
                await using var visit = await appHost.OpenAsync(chromium, "/traces");
                await FindTraceAsync(visit);
                await visit.PictureAsync("trace");

                await visit.Page.GetByRole(AriaRole.Link, new() { NameRegex = TheLogs() }).ClickAsync();
                await visit.Page.GetByLabel("Search the logs").FillAsync("severity:>=info completed");
                await Expect(visit.Page.Locator("td.message")).ToHaveTextAsync([Completed()]);

                await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Metrics" }).ClickAsync();
                await visit.Page.GetByRole(AriaRole.Link, new() { Name = "regression_analyzer.jobs.duration" }).ClickAsync();
                await Expect(visit.Page.Locator(".legend")).ToContainTextAsync("p99");
                await visit.PictureAsync("metrics");
            }

            await using (var appHost = await StartAsync(volumes))
            {
                await using var visit = await appHost.OpenAsync(chromium, "/runs");
                var past = visit.Page.GetByRole(AriaRole.Region, new() { Name = "Runs" }).GetByRole(AriaRole.Row).Last;
                await past.GetByRole(AriaRole.Link, new() { NameRegex = TheTraces() }).ClickAsync();
                await Expect(visit.Page.GetByText("Telemetry of the run that started on")).ToBeVisibleAsync();
                await FindTraceAsync(visit);
                await visit.Button("Back to this run").ClickAsync();
                await Expect(visit.Page.GetByText("Nothing of this trace is here")).ToBeVisibleAsync();

                await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Runs" }).ClickAsync();
                await past.GetByRole(AriaRole.Link, new() { NameRegex = Compare() }).ClickAsync();
                await Expect(visit.Page.GetByRole(AriaRole.Region, new() { Name = "Operations" }).GetByRole(AriaRole.Rowheader).Filter(new() { HasTextRegex = AnalyzeRequest() })).ToBeVisibleAsync();
                await visit.PictureAsync("runs");
            }
        }
        finally
        {
            volumes.Delete(recursive: true);
        }
    }

    /// <summary>With an analysis that has been made.</summary>
    private static async Task<AppHostProgram> StartAsync(DirectoryInfo volumes)
    {
        var appHost = await AppHostProgram.StartRealAsync(volumes.FullName);
        await appHost.ReadyAsync();
        await AnalyzeAsync(new Uri(ServiceAddress().Match(appHost.Output).Groups[1].Value));
        return appHost;
    }

    private static async Task FindTraceAsync(Visit visit)
    {
        var rows = visit.Page.GetByRole(AriaRole.Rowheader);
        await Expect(rows.Filter(new() { HasText = "upload" }).First).ToBeVisibleAsync();
        await visit.Page.GetByLabel("Search the spans").FillAsync("name:regression");
        await Expect(rows).ToHaveTextAsync([AnalyzeRequest()]);

        await rows.GetByRole(AriaRole.Link).ClickAsync();
        foreach (var stage in new[] { "queue", "job", "loading", "regression", "importance" })
            await Expect(rows.GetByRole(AriaRole.Link, new() { Name = stage, Exact = true })).ToBeVisibleAsync();
    }

    private static async Task AnalyzeAsync(Uri service)
    {
        using var client = new HttpClient { BaseAddress = service };
        await using var table = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "samples", "house_prices.csv"));
        using var part = new StreamContent(table) { Headers = { ContentType = new MediaTypeHeaderValue("text/csv") } };
        using var form = new MultipartFormDataContent { { part, "file", "house_prices.csv" } };
        var upload = await AnswerAsync(await client.PostAsync("/api/v1/upload", form, TestContext.Current.CancellationToken), "upload_id");
        var job = await AnswerAsync(
            await client.PostAsJsonAsync("/api/v1/analyze", new { upload_id = upload, target = "price" }, TestContext.Current.CancellationToken), "job_id");
        Assert.Equal("completed", await AnswerAsync(await client.GetAsync($"/api/v1/results/{job}?wait=30s", TestContext.Current.CancellationToken), "status"));
    }

    private static async Task<string> AnswerAsync(HttpResponseMessage response, string property)
    {
        using (response.EnsureSuccessStatusCode())
            return (await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty(property).GetString()!;
    }

    [GeneratedRegex("^ *regression-analyzer +(http://[^ ]+)", RegexOptions.Multiline)]
    private static partial Regex ServiceAddress();

    [GeneratedRegex("POST /api/v1/analyze")]
    private static partial Regex AnalyzeRequest();

    [GeneratedRegex("^Traces of")]
    private static partial Regex TheTraces();

    [GeneratedRegex("^Compare")]
    private static partial Regex Compare();

    [GeneratedRegex("^Its logs")]
    private static partial Regex TheLogs();

    [GeneratedRegex("The job completed after")]
    private static partial Regex Completed();
}
