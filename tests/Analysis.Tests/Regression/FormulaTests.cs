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

    [Fact]
    public void A_row_whose_logarithm_does_not_exist_is_left_out_and_counted()
    {
        using var table = new TempTable("y,x\n1,1\n2,2\n3,4\n4,8.5\n5,-1\n6,0\n");

        var result = table.Analyze(new AnalysisRequest { Formula = "y ~ log(x)" }).Statistics;

        Assert.Equal(4, result.LinearRegression.NSamples);
        Assert.Contains(result.Warnings, warning => warning.StartsWith("2 of 6 rows"));
    }

    [Fact]
    public void The_columns_of_a_formula_decide_whether_a_table_is_turned()
    {
        using var lying = new TempTable("name,s1,s2,s3,s4\nprice,1,2,3,5\nunit size,2,4.5,5.5,8\nlog,3,1,4,2\n");
        using var wide = new TempTable("name,s1,s2,s3,s4,s5,s6,s7\nu,1,2,3,4,5,6,7\nv,2,4.5,5.5,8,10,12.5,14\nw,2,3,5,9,1,0,4\n");

        Assert.StartsWith("Turned: the columns asked for", lying.Analyze(new AnalysisRequest { Formula = "log(price) ~ `unit size` + 1" }).TransposeDecision);
        Assert.StartsWith("Not turned: the columns asked for", wide.Analyze(new AnalysisRequest { Formula = "s1 ~ s2 - 1" }).TransposeDecision);
    }

    [Fact]
    public void Negative_weights_are_refused_with_their_row()
    {
        using var table = new TempTable("y,x,w\n1,1,1\n2,2,1\n3,4,-1\n");

        Assert.Contains("row 3", Assert.Throws<UnsuitableColumnException>(() => table.Analyze(new AnalysisRequest { Target = "y", Weights = "w" })).Message);
    }
}
