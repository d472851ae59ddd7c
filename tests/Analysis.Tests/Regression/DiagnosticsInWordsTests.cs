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

    private static Diagnostics Of(string text, string? weights = null)
    {
        using var table = new TempTable(text);
        return table.Analyze(new AnalysisRequest { Target = "y", Weights = weights, Importance = false, Holdout = false })
            .Statistics.LinearRegression.Diagnostics!;
    }

    /// <summary>Box and Muller's.</summary>
    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
