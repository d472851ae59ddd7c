using Microsoft.Playwright;
using RegressionAnalyzer.Api.BrowserTests.Driving;
using static Microsoft.Playwright.Assertions;

namespace RegressionAnalyzer.Api.BrowserTests.Page;

/// <summary>What one may want beyond the usual, each by what it changes in the result.</summary>
public sealed class OptionsTests(Chromium chromium) : IDisposable
{
    private readonly SharedVolumes _volumes = new();

    public void Dispose() => _volumes.Dispose();

    [Fact]
    public async Task Rows_that_do_not_fit_are_left_out_when_one_says_so()
    {
        using var replica = new Replica(_volumes);
        await using var visit = await Visit.BeginAsync(chromium, replica);
        visit.Expected.Add("Failed to load resource");
        var rows = Enumerable.Range(0, 20).Select(static row => row == 7 ? "1,2,3,4,5" : $"{row},{row * row % 7},{(2 * row) + (row % 3)}");
        await visit.ChooseAsync("ragged.csv", string.Join('\n', rows.Prepend("a,b,y")));
        await Expect(visit.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Line 9 has 5 fields where the header has 3.");
        await Expect(visit.Page.GetByRole(AriaRole.Alert)).Not.ToContainTextAsync("(line 9)");
        await visit.PictureAsync("ragged");

        await visit.Button("Leave out the rows that do not fit").ClickAsync();

        await Expect(visit.Page.GetByText("19 rows · 3 columns")).ToBeVisibleAsync();
        await visit.AnalyseAsync("y");
        await Expect(visit.Page.Locator("ul.notice, .notice ul").First).ToContainTextAsync("1 row");
    }

    [Fact]
    public async Task A_model_may_be_cross_validated_robust_weighted_and_without_an_intercept()
    {
        using var replica = new Replica(_volumes);
        await using var visit = await Visit.BeginAsync(chromium, replica);
        var sent = await OptionsAsync(visit, async () =>
        {
            await visit.Page.GetByLabel("Standard errors").SelectOptionAsync("hc3");
            await visit.Page.GetByLabel("Cross-validation").SelectOptionAsync("5");
            await visit.Page.GetByLabel("How much each row counts").SelectOptionAsync("rooms");
            await visit.Page.GetByLabel("With an intercept").UncheckAsync();
            await visit.PictureAsync("options");
            await visit.AnalyseAsync("price");
        });

        Assert.Contains("\"standard_errors\":\"hc3\",\"folds\":5,\"weights\":\"rooms\",\"intercept\":false", sent, StringComparison.Ordinal);
        await Expect(Effects(visit)).Not.ToContainTextAsync("intercept");
        await Expect(Effects(visit)).Not.ToContainTextAsync("rooms");
        await visit.Page.GetByText("Figures of the model").ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = "Cross-validation" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_formula_stands_in_for_the_columns_and_its_faults_are_told_beside_the_button()
    {
        using var replica = new Replica(_volumes);
        await using var visit = await Visit.BeginAsync(chromium, replica);
        visit.Expected.Add("Failed to load resource");
        var formula = visit.Page.GetByLabel("A formula in place of the columns above");
        await OptionsAsync(visit, async () =>
        {
            await formula.FillAsync("log(price) ~ area + ");
            await visit.Button("Analyse").ClickAsync();
            await Expect(visit.Page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        });

        await formula.FillAsync("log(price) ~ area + I(area^2)");
        await visit.Button("Analyse").ClickAsync();

        await Expect(visit.Heading("What explains log(price)")).ToBeVisibleAsync();
        await Expect(Effects(visit)).ToContainTextAsync("I(area^2)");
    }

    private static ILocator Effects(Visit visit) => visit.Page.GetByRole(AriaRole.Region, new() { Name = "Table of effects" });

    /// <summary>With the options unfolded; what was sent for an analysis.</summary>
    private static async Task<string> OptionsAsync(Visit visit, Func<Task> choose)
    {
        var asked = visit.Page.WaitForRequestAsync("**/api/v1/analyze");
        await visit.ChooseAsync(Steps.Sample("house_prices.csv"));
        await visit.Page.GetByText("More options").ClickAsync();
        await choose();
        return (await asked).PostData!;
    }
}
