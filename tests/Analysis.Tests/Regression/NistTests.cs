using System.Globalization;
using System.Text.Json;

namespace RegressionAnalyzer.Analysis.Tests.Regression;

/// <summary>
/// The eleven linear regression sets of NIST's Statistical Reference Datasets, public domain: Nist/*.csv with the certified values beside them, and
/// in r.json how many of their digits R's lm has (record.R makes it anew).
/// </summary>
public sealed class NistTests(ITestOutputHelper output)
{
    private static readonly JsonSerializerOptions Snake = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Nist");

    public static TheoryData<string, double> Sets => new()
    {
        { "Norris", 13 }, { "Pontius", 13 }, { "NoInt1", 13 }, { "NoInt2", 13 }, { "Filip", 13 }, { "Longley", 13 },
        { "Wampler1", 13 }, { "Wampler2", 13 }, { "Wampler3", 13 }, { "Wampler4", 13 }, { "Wampler5", 13 },
    };

    [Theory, MemberData(nameof(Sets))]
    public void Coefficients_and_standard_errors_have_the_certified_digits(string set, double wanted)
    {
        var certified = JsonSerializer.Deserialize<Dictionary<string, Certified>>(File.ReadAllText(Path.Combine(Folder, "certified.json")), Snake)![set];

        var regression = Analyzer.Analyze(
            Path.Combine(Folder, set + ".csv"), "table.csv", new AnalysisRequest { Formula = certified.Formula, Importance = false },
            cancellationToken: TestContext.Current.CancellationToken).Statistics.LinearRegression;

        var rows = (Coefficient[])(regression.Intercept is { } intercept ? [intercept, .. regression.Coefficients] : [.. regression.Coefficients]);
        Assert.Equal(certified.Coefficients.Length, rows.Length);
        var coefficients = certified.Coefficients.Zip(rows, (value, row) => Agreement.Digits(value, row.Value)).Min();
        var errors = certified.StdErrors.Zip(rows, (value, row) => Agreement.Digits(value, row.StdError)).Min();
        var r = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "r.json"))).RootElement.GetProperty(set);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{set}: coefficients {coefficients:0.0} (R {r.GetProperty("coefficients")}), standard errors {errors:0.0} (R {r.GetProperty("std_errors")})"));
        Assert.True(coefficients >= wanted && errors >= wanted, string.Create(CultureInfo.InvariantCulture, $"coefficients {coefficients:0.0}, standard errors {errors:0.0}"));
        Agreement.Holds(certified.RSquared, regression.RSquared, wanted);
        Agreement.Holds(certified.Rmse, regression.Rmse, wanted);
        if (certified.FStatistic is { } f)
            Agreement.Holds(f, regression.FStatistic, wanted);
    }

    private sealed record Certified(string Formula, double[] Coefficients, double[] StdErrors, double Rmse, double RSquared, double? FStatistic);
}
