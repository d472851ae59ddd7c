using Microsoft.Playwright;
using RegressionAnalyzer.Api.BrowserTests.Driving;
using static Microsoft.Playwright.Assertions;

namespace RegressionAnalyzer.Api.BrowserTests.Page;

/// <summary>When something goes wrong, the page says what and how to go on.</summary>
public sealed class TroubleTests(Chromium chromium) : IDisposable
{
    private const string Refused = "Failed to load resource";

    private readonly SharedVolumes _volumes = new();

    public void Dispose() => _volumes.Dispose();

    [Fact]
    public async Task A_file_that_is_no_table_is_named_and_another_can_be_chosen()
    {
        using var replica = new Replica(_volumes);
        await using var visit = await Visit.BeginAsync(chromium, replica);
        visit.Expected.Add(Refused);
        await visit.ChooseAsync("empty.csv", "");
        await Expect(visit.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("empty");
        await visit.PictureAsync("refused");
        await visit.AnalyseHousesAsync();
    }

    [Fact]
    public async Task A_table_without_numbers_says_so_before_anything_is_chosen()
    {
        using var replica = new Replica(_volumes);
        await using var visit = await Visit.BeginAsync(chromium, replica);
        await visit.ChooseAsync("words.csv", "a,b\nx,y\nz,w\n");
        await Expect(visit.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("No column of this table holds numbers");
    }

    [Fact]
    public async Task Too_few_rows_for_the_chosen_columns_are_explained_beside_the_button()
    {
        using var replica = new Replica(_volumes);
        await using var visit = await Visit.BeginAsync(chromium, replica);
        visit.Expected.Add(Refused);
        await visit.ChooseAsync("short.csv", "y,a,b,c\n1,2,5,3\n4,3,8,1\n");
        await visit.Button("Analyse").ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Choose fewer features");
    }

    [Fact]
    public async Task A_result_that_is_gone_offers_a_way_on()
    {
        using var replica = new Replica(_volumes);
        await using var visit = await Visit.BeginAsync(chromium, replica);
        visit.Expected.Add(Refused);
        await visit.Page.GotoAsync(new Uri(visit.Service, $"/#/result/{new string('0', 32)}").ToString());
        await Expect(visit.Heading("It is not here")).ToBeVisibleAsync();
        await visit.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "New analysis" }).ClickAsync();
        await Expect(visit.Heading("What explains a number in your table?")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_lost_connection_is_waited_out()
    {
        using var replica = new Replica(_volumes);
        await using var visit = await Visit.BeginAsync(chromium, replica);
        visit.Expected.Add(Refused);
        var asked = 0;
        await visit.Page.RouteAsync("**/api/v1/results/*", route => ++asked switch
        {
            1 => route.FulfillAsync(new() { ContentType = "application/json", Body = """{"status":"processing","filename":"x.csv","stage":"regression","progress":0.5}""" }),
            2 => route.AbortAsync(),
            3 => route.FulfillAsync(new() { Status = 503, Body = "<html>bad gateway</html>" }),
            _ => route.ContinueAsync(),
        });
        await visit.AnalyseHousesAsync();
        Assert.True(asked > 3);
    }

    [Fact]
    public async Task Too_many_requests_are_told_with_the_time_to_wait()
    {
        using var replica = new Replica(_volumes);
        await using var visit = await Visit.BeginAsync(chromium, replica);
        visit.Expected.Add(Refused);
        await visit.Page.RouteAsync("**/api/v1/upload", route => route.FulfillAsync(new()
        {
            Status = 429,
            ContentType = "application/problem+json",
            Body = """{"status":429,"detail":"More than 10 requests came within a minute. Try again in 17 seconds."}""",
        }));
        await visit.ChooseAsync(Steps.Sample("house_prices.csv"));
        await Expect(visit.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Try again in 17 seconds");
    }
}
