namespace RegressionAnalyzer.Analysis.Tests.Regression;

public sealed class FormulaTests
{
    private const string Text =
        "y,x,z z,g,h\n1,2,3,a,u\n2,5,1,b,u\n4,7,8,a,v\n3,1,5,b,v\n9,8,2,c,u\n7,6,6,c,v\n5,3,9,a,u\n6,9,4,b,u\n4,4,7,a,v\n8,2,6,c,v\n";

    [Theory]
    [InlineData("y ~ x", "x")]
    [InlineData("y ~ .", "x", "z z", "g[b]", "g[c]", "h[v]")]
    [InlineData("y ~ . - g", "x", "z z", "h[v]")]
    [InlineData("y ~ x * `z z`", "x", "z z", "x:z z")]
    [InlineData("y~x:g", "x:g[a]", "x:g[b]", "x:g[c]")]
    [InlineData("y ~ x:g + h:x", "x:g[a]", "x:g[b]", "x:g[c]", "h[v]:x")]
    [InlineData("y ~ g:h - 1", "g[a]:h[u]", "g[b]:h[u]", "g[c]:h[u]", "g[a]:h[v]", "g[b]:h[v]", "g[c]:h[v]")]
    [InlineData("sqrt(y) ~ I(x^2 + 1) + log(x) + x", "I(x^2 + 1)", "log(x)", "x")]
    [InlineData("y ~ x + x + 1", "x")]
    public void Terms_are_those_R_would_have(string formula, params string[] terms)
    {
        using var table = new TempTable(Text);

        var regression = table.Analyze(new AnalysisRequest { Formula = formula }).Statistics.LinearRegression;

        Assert.Equal(terms, regression.Coefficients.Select(coefficient => coefficient.Feature));
    }

    [Theory]
    [InlineData("y")]
    [InlineData("~ x")]
    [InlineData("y ~")]
    [InlineData("y ~ x +")]
    [InlineData("y ~ I(x")]
    [InlineData("y ~ system(x)")]
    [InlineData("y ~ `x")]
    [InlineData("y ~ x $ z")]
    [InlineData("y ~ x ~ g")]
    [InlineData("log(31.12.9999) ~ x")]
    [InlineData("y ~ I(x * 1e999)")]
    public void What_is_no_formula_is_refused_in_words(string formula)
    {
        using var table = new TempTable(Text);

        Assert.StartsWith("The formula", Assert.Throws<FormulaException>(() => table.Analyze(new AnalysisRequest { Formula = formula })).Message);
    }

    [Fact]
    public void A_formula_nested_without_end_is_refused()
    {
        using var table = new TempTable(Text);
        var formula = "y ~ " + string.Concat(Enumerable.Repeat("log(", 1000)) + "x" + new string(')', 2000);

        Assert.Contains("nested", Assert.Throws<FormulaException>(() => table.Analyze(new AnalysisRequest { Formula = formula })).Message);
    }

    [Fact]
    public void Arithmetic_on_a_category_is_refused()
    {
        using var table = new TempTable(Text);

        Assert.Equal("g", Assert.Throws<UnsuitableColumnException>(() => table.Analyze(new AnalysisRequest { Formula = "y ~ log(g)" })).Column);
    }

    [Theory]
    [InlineData("y ~ log(x)", "2 of 8 rows have no number for log(x) because of a zero or a negative value in it and were left out.")]
    [InlineData("y ~ I(x^2) + I(x * 2 - 1)", null)]
    [InlineData("y ~ x + z", "1 of 8 rows lacks a value in the target or a feature and was left out.")]
    [InlineData("y ~ I(1/x) + z", "2 of 8 rows lack a value in the target or a feature, or have no number for I(1 / x) because of a zero or a negative value in it, and were left out.")]
    public void Rows_that_are_left_out_are_counted_and_it_is_said_why(string formula, string? said)
    {
        using var table = new TempTable("y,x,z\n1,1,4\n2,2,2\n3,4,5\n4,8.5,1\n5,-1,7\n6,0,3\n5,3,9\n4,6,NA\n");

        var result = table.Analyze(new AnalysisRequest { Formula = formula }).Statistics;

        Assert.Equal(said, result.Warnings.FirstOrDefault(warning => warning.Contains("of 8 rows")));
    }

    [Fact]
    public void A_target_among_its_own_features_is_refused()
    {
        using var table = new TempTable(Text);

        foreach (var formula in (string[])["y ~ y + x", "y ~ x + y:g", "log(y) ~ x + y", "y ~ I(y - x)"])
            Assert.Equal("y", Assert.Throws<UnsuitableColumnException>(() => table.Analyze(new AnalysisRequest { Formula = formula })).Column);
        Assert.Equal("I(y / x)", table.Analyze(new AnalysisRequest { Formula = "I(y/x) ~ x" }).Statistics.LinearRegression.Target);
    }

    [Fact]
    public void A_dot_leaves_out_what_is_left_out_where_no_feature_is_named_and_says_so_too()
    {
        using var table = new TempTable("id,day,w,x,y\n" + string.Join('\n', Enumerable.Range(1, 9).Select(k => $"n{k},2024-01-0{k},{k % 3 + 1},{k * 5 % 9},{k * 7 % 11}")));

        var listed = table.Analyze(new AnalysisRequest { Target = "y", Weights = "w" });
        var dotted = table.Analyze(new AnalysisRequest { Formula = "y ~ .", Weights = "w" });
        var named = table.Analyze(new AnalysisRequest { Formula = "y ~ . + day", Weights = "w" });

        Assert.Equal(["x"], dotted.Statistics.LinearRegression.Features);
        Assert.Equal(2, listed.Warnings.Count(warning => warning.Contains("left out")));
        Assert.Equal(listed.Warnings, dotted.Warnings);
        Assert.Equal(["x", "day"], named.Statistics.LinearRegression.Features);
        Assert.DoesNotContain(named.Warnings, warning => warning.Contains("'day'"));
    }

    [Fact]
    public void The_columns_of_a_formula_decide_whether_a_table_is_turned()
    {
        using var lying = new TempTable("name,s1,s2,s3,s4\nprice,1,2,3,5\nunit size,2,4.5,5.5,8\nlog,3,1,4,2\n");
        using var wide = new TempTable("name,s1,s2,s3,s4,s5,s6,s7\nu,1,2,3,4,5,6,7\nv,2,4.5,5.5,8,10,12.5,14\nw,2,3,5,9,1,0,4\n");

        Assert.StartsWith("Turned: the columns asked for", lying.Analyze(new AnalysisRequest { Formula = "log(price) ~ `unit size` + 1" }).TransposeDecision);
        Assert.StartsWith("Not turned: the columns asked for", wide.Analyze(new AnalysisRequest { Formula = "s1 ~ s2 - 1" }).TransposeDecision);
    }

    [Theory]
    [InlineData("0", "All weights in 'w' are zero or missing, so no row counts.")]
    [InlineData("NA", "All weights in 'w' are zero or missing, so no row counts.")]
    public void Weights_that_are_all_zero_are_refused_as_such(string weight, string said)
    {
        using var table = new TempTable($"y,x,w\n1,1,0\n2,2,{weight}\n3,4,0\n");

        Assert.StartsWith(said, Assert.Throws<TooFewRowsException>(() => table.Analyze(new AnalysisRequest { Target = "y", Weights = "w" })).Message);
    }

    [Fact]
    public void Weights_that_are_the_target_are_refused()
    {
        using var table = new TempTable("y,x\n1,1\n2,2\n3,4\n");

        foreach (var request in (AnalysisRequest[])[new() { Target = "y", Weights = "y" }, new() { Formula = "y ~ x", Weights = "y" }])
            Assert.StartsWith("'y' is the target and cannot say", Assert.Throws<UnsuitableColumnException>(() => table.Analyze(request)).Message);
    }

    [Fact]
    public void Negative_weights_are_refused_with_their_row()
    {
        using var table = new TempTable("y,x,w\n1,1,1\n2,2,1\n3,4,-1\n");

        Assert.Contains("row 3", Assert.Throws<UnsuitableColumnException>(() => table.Analyze(new AnalysisRequest { Target = "y", Weights = "w" })).Message);
    }
}
