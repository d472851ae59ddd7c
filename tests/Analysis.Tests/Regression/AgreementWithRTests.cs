using System.Text.Json;
using System.Text.Json.Serialization;

namespace RegressionAnalyzer.Analysis.Tests.Regression;

/// <summary>The numbers R gave are in Oracle/*.json with R's version; Oracle/record.R makes them anew.</summary>
public sealed class AgreementWithRTests
{
    private static readonly JsonSerializerOptions Snake = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Oracle");

    public static TheoryData<string> Tables => [.. Directory.GetFiles(Folder, "*.json").Where(file => !file.EndsWith("statsmodels.json", StringComparison.Ordinal)).Select(file => Path.GetFileNameWithoutExtension(file)).Order()];

    [Theory, MemberData(nameof(Tables))]
    public void The_whole_inference_table_agrees_to_ten_digits(string table)
    {
        var expected = JsonSerializer.Deserialize<Recorded>(File.ReadAllText(Path.Combine(Folder, table + ".json")), Snake)!;

        var result = Analyzer.Analyze(
            Path.Combine(Folder, table + ".csv"), "table.csv", new AnalysisRequest { Formula = expected.Formula, Weights = expected.Weights, Importance = false },
            cancellationToken: TestContext.Current.CancellationToken);

        var actual = result.Statistics.LinearRegression;
        var rows = (Coefficient[])(actual.Intercept is { } intercept ? [intercept, .. actual.Coefficients] : [.. actual.Coefficients]);
        Assert.Equal(expected.Coefficients.Select(row => row.Feature), rows.Select(row => row.Feature));
        foreach (var (wanted, found) in expected.Coefficients.Zip(rows))
        {
            Agreement.Holds(wanted.Coefficient, found.Value);
            Agreement.Holds(wanted.StdError, found.StdError);
            Agreement.Holds(wanted.TStatistic, found.TStatistic);
            Agreement.Holds(wanted.PValue, found.PValue);
            Agreement.Holds(wanted.CiLow, found.CiLow);
            Agreement.Holds(wanted.CiHigh, found.CiHigh);
            if (wanted.Vif is { } vif)
                Agreement.Holds(vif, found.Vif);
        }

        Agreement.Holds(expected.RSquared, actual.RSquared);
        Agreement.Holds(expected.AdjustedRSquared, actual.AdjustedRSquared);
        Agreement.Holds(expected.FStatistic, actual.FStatistic);
        Agreement.Holds(expected.FPValue, actual.FPValue);
        Agreement.Holds(expected.Rmse, actual.Rmse);
        Agreement.Holds(expected.Aic, actual.Aic);
        Agreement.Holds(expected.Bic, actual.Bic);
        Agreement.Holds(expected.ConditionNumber, actual.ConditionNumber);
        Assert.Equal(expected.NSamples, actual.NSamples);
        Assert.Equal(
            (expected.LeftOut ?? []).Select(name => $"'{name}' is a linear combination of the features before it and was left out."),
            result.Statistics.Warnings.Where(warning => warning.Contains("linear combination")));
    }

    private sealed record Recorded(
        string Formula, string? Weights, string[]? LeftOut, RecordedRow[] Coefficients, double RSquared, double AdjustedRSquared, double FStatistic,
        [property: JsonPropertyName("f_p_value")] double FPValue,
        double Rmse, double Aic, double Bic, long NSamples, double ConditionNumber);

    private sealed record RecordedRow(
        string Feature, double Coefficient, double StdError, double TStatistic, double PValue, double CiLow, double CiHigh, double? Vif);
}
