using System.Text;

namespace RegressionAnalyzer.Analysis.Tests.Importance;

public sealed class FeatureImportanceTests
{
    [Fact]
    public void Two_columns_that_hold_the_same_tie()
    {
        using var table = new TempTable(Rows("a,b,copy,noise,y", 600, (row, u) => $"{u[0]},{u[1]},{u[0]},{u[2]},{3 * u[0] + u[1] * u[1]}"));

        var features = table.Analyze("y").Statistics.FeatureImportance!.Features;

        Assert.Equal(["a", "copy"], features.Where(feature => feature.Rank == 1).Select(feature => feature.Feature).Order());
        Assert.Equal("noise", features[^1].Feature);
    }

    [Fact]
    public void A_law_that_no_straight_line_sees_is_found()
    {
        using var table = new TempTable(Rows("x,z,y", 600, (row, u) => $"{u[0] - 0.5},{u[1]},{Math.Abs(u[0] - 0.5)}"));

        var statistics = table.Analyze("y").Statistics;

        Assert.InRange(statistics.FeatureImportance!.ModelRSquared, 0.95, 1);
        Assert.InRange(statistics.LinearRegression.Holdout!.RSquared!.Value, -0.1, 0.1);
        Assert.Equal("x", statistics.FeatureImportance.Features[0].Feature);
        Assert.Contains("relies most on x", statistics.FeatureImportance.Interpretation);
    }

    [Fact]
    public void A_category_of_many_labels_counts_as_one_feature()
    {
        using var table = new TempTable(Rows("city,x,y", 1_500, (row, u) => $"c{row % 60},{u[0]},{row % 60 * 37 % 60 / 20.0 + u[0] / 2}"));

        var importance = table.Analyze("y", "city", "x").Statistics.FeatureImportance!;

        Assert.Equal([("city", 1), ("x", 2)], importance.Features.Select(feature => (feature.Feature, feature.Rank)));
        Assert.InRange(importance.ModelRSquared, 0.9, 1);
    }

    [Fact]
    public void Labels_of_a_few_rows_each_are_not_learnt_by_heart()
    {
        using var table = new TempTable(Rows("id,x,y", 240, (row, u) => $"id{row % 60},{u[0]},{u[0] + u[1] / 10}"));

        var importance = table.Analyze(new AnalysisRequest { Target = "y", Features = ["id", "x"] }).Statistics.FeatureImportance!;

        Assert.Equal("x", importance.Features[0].Feature);
        Assert.InRange(importance.Features[1].Importance, -0.1, 0.05);
    }

    [Theory]
    [InlineData("x,y\n1,2\n2,5\n3,1\n", "at least 10 complete rows")]
    [InlineData("x,y\n1,4\n2,4\n3,4\n4,4\n5,4\n6,4\n7,4\n8,4\n9,4\n10,4\n11,4\n", "does not vary")]
    public void Where_there_is_nothing_to_find_there_is_none_and_a_warning_says_why(string text, string reason)
    {
        using var table = new TempTable(text);

        var result = table.Analyze("y");

        Assert.Null(result.Statistics.FeatureImportance);
        Assert.Contains(result.Statistics.Warnings, warning => warning.Contains(reason));
        Assert.DoesNotContain(result.Charts, chart => chart.Name == "feature_importance");
    }

    [Fact]
    public void It_can_be_left_out()
    {
        using var table = new TempTable(Rows("x,y", 50, (row, u) => $"{u[0]},{u[1]}"));

        var statistics = table.Analyze(new AnalysisRequest { Target = "y", Importance = false }).Statistics;

        Assert.Null(statistics.FeatureImportance);
        Assert.DoesNotContain(statistics.Warnings, warning => warning.Contains("importance"));
    }

    [Fact]
    public void Of_a_table_too_large_a_part_is_used_and_a_warning_says_how_much()
    {
        using var table = new TempTable(Rows("x,y", 60_000, (row, u) => $"{u[0]},{u[0] + u[1]}"));

        var statistics = table.Analyze("y").Statistics;

        Assert.Contains(statistics.Warnings, warning => warning.Contains("of 60,000 complete rows, drawn evenly"));
        Assert.Equal(1, Assert.Single(statistics.FeatureImportance!.Features).Rank);
    }

    [Fact]
    public void Values_at_the_ends_of_what_numbers_hold_are_ranked_all_the_same()
    {
        using var table = new TempTable(Rows("tiny,large,y", 200, (row, u) => $"{u[0]}e-300,{u[1]}e60,{u[1] + u[2] / 100}e60"));

        var features = table.Analyze("y").Statistics.FeatureImportance!.Features;

        Assert.Equal("large", features[0].Feature);
        Assert.All(features, feature => Assert.True(double.IsFinite(feature.Importance) && double.IsFinite(feature.ImportanceStd)));
    }

    [Fact]
    public void A_cancelled_analysis_stops()
    {
        using var table = new TempTable(Rows("x,y", 5_000, (row, u) => $"{u[0]},{u[1]}"));
        using var cancellation = new CancellationTokenSource();
        var onImportance = new OnStage("importance", cancellation.Cancel);

        Assert.ThrowsAny<OperationCanceledException>(
            () => Analyzer.Analyze(table.Path, "table.csv", new AnalysisRequest(), onImportance, cancellation.Token));
    }

    /// <summary>Rows made from even numbers between 0 and 1.</summary>
    private static string Rows(string header, int rows, Func<int, double[], FormattableString> row)
    {
        var random = new Random(5);
        var text = new StringBuilder(header).Append('\n');
        for (var i = 0; i < rows; i++)
            text.Append(FormattableString.Invariant(row(i, [random.NextDouble(), random.NextDouble(), random.NextDouble()]))).Append('\n');
        return text.ToString();
    }

    private sealed class OnStage(string stage, Action act) : IProgress<AnalysisProgress>
    {
        public void Report(AnalysisProgress value)
        {
            if (value.Stage == stage)
                act();
        }
    }
}
