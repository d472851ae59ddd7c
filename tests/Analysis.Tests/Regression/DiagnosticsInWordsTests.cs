namespace RegressionAnalyzer.Analysis.Tests.Regression;

/// <summary>What the diagnostics say of tables of which it is known what is wrong with them. Each is drawn by a seed.</summary>
public sealed class DiagnosticsInWordsTests
{
    [Theory]
    [InlineData(20_000, 0.2, "have residuals alike: if the rows are in order of time, p-values look better than they are (correlation 0.2")]
    [InlineData(20_000, 0.04, "slightly alike, too little to change p-values much (correlation 0.0")]
    [InlineData(20_000, -0.04, "slightly opposed, too little to change p-values much (correlation -0.0")]
    [InlineData(20_000, -0.5, "of opposite signs more often than not (correlation -0.")]
    [InlineData(20_000, 0, "do not go together more than by chance")]
    [InlineData(12, 0.2, "do not go together more than by chance")]
    public void Neighbours_go_together_where_chance_alone_would_not_have_it(int rows, double correlation, string meaning)
    {
        var random = new Random(4);
        var error = 0.0;
        var found = Of("x,y\n" + string.Concat(Enumerable.Range(0, rows).Select(_ =>
        {
            error = correlation * error + Normal(random);
            var x = random.NextDouble();
            return FormattableString.Invariant($"{x},{3 + 2 * x + error}\n");
        }))).DurbinWatson;

        Assert.Contains(meaning, found.Meaning);
        Assert.Equal(meaning.Contains("chance"), found.PValue >= 0.05);
    }

    [Fact]
    public void With_weights_the_spread_is_said_not_to_be_tested()
    {
        var found = Of("x,w,y\n" + string.Concat(Enumerable.Range(0, 30).Select(row => $"{row},{1 + row % 3},{row * row % 7}\n")), "w").BreuschPagan!;

        Assert.Equal((null, null), (found.Statistic, found.PValue));
        Assert.StartsWith("Not tested: the weights in 'w'", found.Meaning);
    }

    [Fact]
    public void The_rows_with_the_most_unusual_features_are_named_highest_first()
    {
        var found = Of(Clean(30_000, (29_000, "90,5"), (17, "80,5"), (12_345, "-99,5"), (5, "-70,5"))).Leverage;

        Assert.Matches(@"^[0-9,]+ rows have unusual feature values: rows 12345, 29000, 17 and [0-9,]+ more \(counted from 0\); see", found.Meaning);
        Assert.DoesNotContain("whatever", found.Meaning);
    }

    [Theory]
    [InlineData(60, "1 row has unusual feature values: row 7 (counted from 0); see whether it is right. The fit goes through row 7 (counted from 0)")]
    [InlineData(8, "The fit goes through row 7 (counted from 0) whatever its target is")]
    public void A_row_that_determines_its_own_prediction_is_named_with_the_reason(int rows, string meaning)
    {
        var found = Of("group,x,y\n" + string.Concat(Enumerable.Range(0, rows)
            .Select(row => $"{(row == 7 ? "alone" : "common")},{row * row % 7},{row * 5 % 11}\n")));

        Assert.Equal(1, found.Leverage.Max);
        Assert.StartsWith(meaning, found.Leverage.Meaning);
        Assert.DoesNotContain(found.OutstandingRows, row => row.Row == 7);
    }

    [Fact]
    public void Rows_far_beyond_all_others_have_a_leverage_of_one_and_no_more()
    {
        var found = Of(Clean(500, (3, "1e12,5"))).Leverage;

        Assert.Equal(1, found.Max);
        Assert.Contains("The fit goes through row 3 (counted from 0) whatever its target is: its residual tells nothing.", found.Meaning);
    }

    [Theory]
    [InlineData(6, "With three rows or fewer to a coefficient no row's feature values can be told to be unusual.")]
    [InlineData(20, "No row has feature values far from the others'.")]
    public void Where_no_row_is_unusual_it_is_said_whether_one_could_be(int rows, string meaning)
    {
        var found = Of("x,y\n" + string.Concat(Enumerable.Range(0, rows).Select(row => $"{row},{row * row % 7}\n")));

        Assert.Equal(meaning, found.Leverage.Meaning);
    }

    [Fact]
    public void Of_clean_rows_none_moves_the_fit_and_how_many_are_above_the_threshold_is_put_in_proportion()
    {
        var found = Of(Clean(20_000)).CooksDistance;

        Assert.InRange(found.RowsAbove, 800, 1200);
        Assert.StartsWith("No single row moves the fit much. ", found.Meaning);
        Assert.EndsWith(
            FormattableString.Invariant($" of 20,000 rows ({found.RowsAbove / 200.0:0.0} %) are above 4 / n; where nothing is wrong about 5 % are."), found.Meaning);
    }

    [Fact]
    public void A_row_that_moves_the_fit_by_itself_is_named()
    {
        var found = Of(Clean(500, (41, "40,-900")));

        Assert.Equal("By itself row 41 (counted from 0) moves the fit much; see whether it is right.", found.CooksDistance.Meaning);
        Assert.Equal(41, found.OutstandingRows[0].Row);
    }

    /// <summary>Normal errors about a line, but for some rows.</summary>
    private static string Clean(int rows, params (int Row, string Text)[] others)
    {
        var random = new Random(6);
        return "x,y\n" + string.Concat(Enumerable.Range(0, rows).Select(row =>
        {
            var x = Normal(random);
            var line = FormattableString.Invariant($"{x},{3 + 2 * x + Normal(random)}");
            return (others.Where(other => other.Row == row).Select(other => other.Text).FirstOrDefault() ?? line) + "\n";
        }));
    }

    private static Diagnostics Of(string text, string? weights = null)
    {
        using var table = new TempTable(text);
        return table.Analyze(new AnalysisRequest { Target = "y", Weights = weights, Importance = false, Holdout = false })
            .Statistics.LinearRegression.Diagnostics!;
    }

    /// <summary>Box and Muller's.</summary>
    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
