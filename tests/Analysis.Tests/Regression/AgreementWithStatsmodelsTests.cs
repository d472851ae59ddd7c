using System.Text.Json;
using System.Text.Json.Serialization;

namespace RegressionAnalyzer.Analysis.Tests.Regression;

/// <summary>The numbers statsmodels gave are in Oracle/*.statsmodels.json with its version; Oracle/record_statsmodels.py makes them anew.</summary>
public sealed class AgreementWithStatsmodelsTests
{
    private static readonly JsonSerializerOptions Snake = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Oracle");

    public static TheoryData<string> Tables =>
        [.. Directory.GetFiles(Folder, "*.statsmodels.json").Select(file => Path.GetFileName(file).Split('.')[0]).Order()];

    [Theory, MemberData(nameof(Tables))]
    public void Coefficients_and_the_fit_as_a_whole_agree_to_ten_digits(string table)
    {
        var expected = Expected(table);

        var regression = Analyze(table, StandardErrors.Classical);

        var rows = Rows(regression);
        Assert.Equal(expected.Coefficients.Length, rows.Length);
        foreach (var (wanted, found) in expected.Coefficients.Zip(rows))
            Agreement.Holds(wanted, found.Value);
        foreach (var (wanted, found) in expected.StdErrors.Zip(rows))
            Agreement.Holds(wanted, found.StdError);
        Agreement.Holds(expected.RSquared, regression.RSquared);
        Agreement.Holds(expected.AdjustedRSquared, regression.AdjustedRSquared);
        Agreement.Holds(expected.FStatistic, regression.FStatistic);
        Agreement.Holds(expected.FPValue, regression.FPValue);
        Agreement.Holds(expected.Rmse, regression.Rmse);
    }

    [Theory, MemberData(nameof(Tables))]
    public void Diagnostics_agree_to_ten_digits(string table)
    {
        var expected = Expected(table);

        var regression = Analyze(table, StandardErrors.Classical);

        var diagnostics = regression.Diagnostics!;
        if (expected.ConditionNumber is { } condition)
            Agreement.Holds(condition, regression.ConditionNumber);
        Agreement.Holds(expected.JarqueBera[0], diagnostics.JarqueBera.Statistic);
        Agreement.Holds(expected.JarqueBera[1], diagnostics.JarqueBera.PValue);
        Agreement.Holds(expected.JarqueBera[2], diagnostics.JarqueBera.Skewness);
        Agreement.Holds(expected.JarqueBera[3], diagnostics.JarqueBera.Kurtosis);
        Agreement.Holds(expected.DurbinWatson, diagnostics.DurbinWatson.Statistic);
        if (expected.BreuschPagan is [var statistic, var p])
        {
            Agreement.Holds(statistic, diagnostics.BreuschPagan!.Statistic);
            Agreement.Holds(p, diagnostics.BreuschPagan.PValue);
        }

        if (expected.CooksDistance is { } distance)
        {
            Agreement.Holds(distance, diagnostics.CooksDistance.Max);
            Agreement.Holds(distance, diagnostics.OutstandingRows[0].CooksDistance);
            Agreement.Holds(expected.StandardizedResidual!.Value, diagnostics.OutstandingRows[0].StandardizedResidual);
            Agreement.Holds(expected.Leverage!.Value, diagnostics.Leverage.Max);
        }
    }

    [Theory, MemberData(nameof(Tables))]
    public void Robust_standard_errors_agree_to_ten_digits(string table)
    {
        var expected = Expected(table);
        foreach (var kind in (StandardErrors[])[StandardErrors.HC0, StandardErrors.HC1, StandardErrors.HC2, StandardErrors.HC3])
        {
            var regression = Analyze(table, kind);

            Assert.Equal(kind, regression.StandardErrors);
            foreach (var (wanted, found) in expected.Robust[kind.ToString()].Zip(Rows(regression)))
                Agreement.Holds(wanted, found.StdError);
        }
    }

    private static Recorded Expected(string table) =>
        JsonSerializer.Deserialize<Recorded>(File.ReadAllText(Path.Combine(Folder, table + ".statsmodels.json")), Snake)!;

    private static Coefficient[] Rows(LinearRegression regression) =>
        regression.Intercept is { } intercept ? [intercept, .. regression.Coefficients] : [.. regression.Coefficients];

    private static LinearRegression Analyze(string table, StandardErrors errors)
    {
        using var model = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, table + ".json")));
        var request = new AnalysisRequest
        {
            Formula = model.RootElement.GetProperty("formula").GetString(),
            Weights = model.RootElement.TryGetProperty("weights", out var weights) ? weights.GetString() : null,
            StandardErrors = errors,
            Importance = false,
        };
        return Analyzer.Analyze(Path.Combine(Folder, table + ".csv"), "table.csv", request, cancellationToken: TestContext.Current.CancellationToken)
            .Statistics.LinearRegression;
    }

    /// <param name="ConditionNumber">Null where statsmodels has no digit of it.</param>
    private sealed record Recorded(
        double[] Coefficients, double[] StdErrors, Dictionary<string, double[]> Robust, double RSquared, double AdjustedRSquared, double FStatistic,
        [property: JsonPropertyName("f_p_value")] double FPValue, double Rmse, double? ConditionNumber, double[] JarqueBera, double DurbinWatson,
        double[]? BreuschPagan, double? CooksDistance, double? Leverage, double? StandardizedResidual);
}
