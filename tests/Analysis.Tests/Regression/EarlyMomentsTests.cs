using System.Text;

namespace RegressionAnalyzer.Analysis.Tests.Regression;

/// <summary>Columns asked for by name are summed up while the table is read; a formula's afterwards. Both have to say the same.</summary>
public sealed class EarlyMomentsTests
{
    [Theory]
    [InlineData(50, -1, -1)]
    [InlineData(120_000, -1, -1)]
    [InlineData(120_000, 70_000, -1)]
    [InlineData(120_000, 0, -1)]
    [InlineData(120_000, -1, 110_000)]
    public void Sums_taken_while_reading_are_those_taken_afterwards(int rows, int missing, int text)
    {
        var random = new Random(rows + missing);
        var table = new StringBuilder("x,k,y,z\n");
        for (var row = 0; row < rows; row++)
        {
            var x = row == missing ? "NA" : Math.Round(random.NextDouble() * 10, 4).ToString(System.Globalization.CultureInfo.InvariantCulture);
            // a text among the numbers of z makes it a column of labels when most of the file has been read
            var z = row == text ? "b" : random.Next(3).ToString(System.Globalization.CultureInfo.InvariantCulture);
            table.Append(x).Append(',').Append(1_000_000 + random.Next(100)).Append(',').Append(random.Next(1000)).Append(',').Append(z).Append('\n');
        }

        using var file = new TempTable(table.ToString());

        var early = file.Analyze(Lean(new AnalysisRequest { Target = "y", Features = ["z", "x", "k"] })).Statistics.LinearRegression;
        var late = file.Analyze(Lean(new AnalysisRequest { Formula = "y ~ z + x + k" })).Statistics.LinearRegression;

        Assert.Equal(rows - (missing < 0 ? 0 : 1), early.NSamples);
        Assert.Equal(late.Coefficients.Select(row => row.Feature), early.Coefficients.Select(row => row.Feature));
        foreach (var (wanted, found) in late.Coefficients.Zip(early.Coefficients))
        {
            Agreement.Holds(wanted.Value, found.Value, 11);
            Agreement.Holds(wanted.StdError!.Value, found.StdError, 12);
        }
    }

    private static AnalysisRequest Lean(AnalysisRequest request) => request with { Diagnostics = false, Holdout = false, Importance = false };
}
