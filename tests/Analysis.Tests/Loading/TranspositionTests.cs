namespace RegressionAnalyzer.Analysis.Tests.Loading;

public sealed class TranspositionTests
{
    private const string Lying = "name,s1,s2,s3,s4,s5,s6,s7\nprice,1,2,3,4,5,6,7\nsize,2,4.5,5.5,8,10,12.5,14\n";

    [Fact]
    public void A_wide_table_with_names_in_its_first_column_is_turned_and_says_why()
    {
        using var table = new TempTable(Lying);

        var result = table.Analyze();

        Assert.True(result.Transposed);
        Assert.Contains("2 different names", result.TransposeDecision);
        Assert.Equal((7, "size"), (result.Rows, result.Statistics.LinearRegression.Target));
        Assert.Equal(["name", "price", "size"], result.ColumnAnalysis.Select(column => column.Name));
    }

    [Fact]
    public void Names_that_are_asked_for_decide()
    {
        using var table = new TempTable("name,s1,s2,s3\nprice,1,2,3\nsize,2,4.5,5.5\n");

        Assert.Equal("Turned: the columns asked for stand in the first column, not in the first line.", table.Analyze("size").TransposeDecision);
        Assert.False(table.Inspect().Transposed);
    }

    [Fact]
    public void What_is_asked_is_done()
    {
        using var table = new TempTable(Lying);

        Assert.False(Analyzer.Inspect(table.Path, table.FileName, transpose: false, cancellationToken: TestContext.Current.CancellationToken).Transposed);
        Assert.Equal(7, Analyzer.Inspect(table.Path, table.FileName, transpose: true, cancellationToken: TestContext.Current.CancellationToken).Rows);
    }

    [Fact]
    public void A_table_that_stands_is_left_standing()
    {
        using var table = new TempTable("city,x,y\nOslo,1,2\nRome,3,4.5\nLima,2,2.5\n");

        var summary = table.Inspect();

        Assert.False(summary.Transposed);
        Assert.StartsWith("Not turned", summary.TransposeDecision);
    }
}
