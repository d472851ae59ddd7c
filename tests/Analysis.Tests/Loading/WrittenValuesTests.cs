namespace RegressionAnalyzer.Analysis.Tests.Loading;

public sealed class WrittenValuesTests
{
    [Theory]
    [InlineData("x;y\n1,5;2\n-0,25;3\n", -0.25, 1.5)]
    [InlineData("x,y\n\"1,5\",2\n\"-0,25\",3\n", -0.25, 1.5)]
    [InlineData("x;y\n1.234.567,5;2\n1.000,25;3\n", 1000.25, 1234567.5)]
    [InlineData("x,y\n\"1,234,567.5\",2\n\"1,000.25\",3\n", 1000.25, 1234567.5)]
    [InlineData("x;y\n1 234 567,5;2\n1 000,25;3\n", 1000.25, 1234567.5)]
    [InlineData("x,y\n1'234.5,2\n999,3\n", 999, 1234.5)]
    [InlineData("x,y\n12%,2\n-3.5 %,3\n", -0.035, 0.12)]
    [InlineData("x,y\n$1200.50,2\n€3,3\n", 3, 1200.5)]
    [InlineData("x,y\n１２,2\n−３．５,3\n", -3.5, 12)]
    [InlineData("x,y\n1e-8,2\n1.5E12,3\n", 1e-8, 1.5e12)]
    [InlineData("x,y\n+7,2\n00012,3\n", 7, 12)]
    [InlineData("x,y\n0.1234567890123456789,2\n12345678901234567890,3\n", 0.1234567890123456789, 12345678901234567890d)]
    [InlineData("x,y\n.5,2\n5.,3\n", 0.5, 5)]
    [InlineData("x,y\n1,2\n\uFEFF2,3\n", 1, 2)]
    public void Numbers_are_read_as_people_write_them(string text, double min, double max)
    {
        using var table = new TempTable(text);

        var extremes = table.Analyze("y", "x").Statistics.Minmax[0];

        Assert.Equal((min, max), (extremes.MinValue, extremes.MaxValue));
    }

    [Theory]
    [InlineData("x;y\n48.137;1\n7.250;2\n", 7250, "'48.137' the point is taken to separate thousands, since the file is separated by semicolons")]
    [InlineData("x;y\n-148.137;1\n7.250;2\n", -148_137, "'-148.137' the point")]
    [InlineData("x\ty\n48,137\t1\n-7,250\t2\n", -7250, "'48,137' the comma is taken to separate thousands, since no number shows a decimal comma")]
    public void Thousands_that_may_as_well_be_decimals_are_said(string text, double min, string said)
    {
        using var table = new TempTable(text);

        var summary = table.Inspect();

        Assert.Equal(min, summary.Columns[0].Min);
        Assert.Contains(said, Assert.Single(summary.Warnings));
    }

    [Theory]
    [InlineData("x;y\n48.137;1\n7.250,5;2\n", 7250.5)]
    [InlineData("x;y\n48.137;1\n7.25;2\n", 7.25)]
    [InlineData("x;y\n48,137;1\n7,250;2\n", 7.25)]
    [InlineData("x\ty\n48.137\t1\n7.250\t2\n", 7.25)]
    [InlineData("x,y\n\"48,137\",1\n\"7,250\",2\n", 7250)]
    [InlineData("x;y\n1.234.567;1\n7.250;2\n", 7250)]
    [InlineData("x\ty\n1,234,567\t1\n7,250\t2\n", 7250)]
    [InlineData("x;y\n.137;1\n7.250;2\n", 0.137)]
    [InlineData("x;y;z\n1;48.137-20;1\n2;7.250-3;2\n", 1)]
    public void Where_the_decimal_mark_is_told_nothing_is_said(string text, double min)
    {
        using var table = new TempTable(text);

        var summary = table.Inspect();

        Assert.Equal(min, summary.Columns[0].Min);
        Assert.Empty(summary.Warnings);
    }

    [Theory]
    [InlineData("x;from;to\n1,5;31.01.2024;01.02.2024\n-2,25;01.12.2024;31.12.2024\n")]
    [InlineData("x,from,to\n1.5,31.01.2024,01.02.2024\n-2.25,01.12.2024,31.12.2024\n")]
    public void Dates_with_points_speak_for_no_decimal_mark(string text)
    {
        using var table = new TempTable(text);

        Assert.Equal([ColumnType.Numeric, ColumnType.Date, ColumnType.Date], table.Inspect().Columns.Select(column => column.Type));
    }

    [Theory]
    [InlineData("1,23")]
    [InlineData("1.2.3")]
    [InlineData("12-13")]
    [InlineData("0x1F")]
    [InlineData("1_000")]
    [InlineData("12 km")]
    [InlineData("1,2,3,4")]
    [InlineData("١٢ب")]
    public void What_only_resembles_a_number_is_a_label(string value)
    {
        using var table = new TempTable($"x\ty\n\"{value}\"\t1.5\n7.25\t2.5\n");

        Assert.Equal(ColumnType.Categorical, table.Inspect().Columns[0].Type);
    }
}
