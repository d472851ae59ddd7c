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

    [Theory]
    [InlineData("2024-01-31", "2024-12-01")]
    [InlineData("31.01.2024", "1.12.2024")]
    [InlineData("01/31/2024", "12/1/2024")]
    [InlineData("31/01/2024", "1/12/2024")]
    [InlineData("2024-01-31T00:00:00Z", "2024-12-01 00:00:00")]
    [InlineData("31 Jan 2024", "1-Dec-2024")]
    public void Dates_are_days(string first, string second)
    {
        using var table = new TempTable($"day,y\n{first},1\n{second},306\n{first},1\n");

        var fit = table.Analyze("y", "day").Statistics.LinearRegression;

        Assert.Equal(ColumnType.Date, table.Inspect().Columns[0].Type);
        Agreement.Holds(1, fit.Coefficients[0].Value);
    }

    [Theory]
    [InlineData("03/04/2024", "01/12/2024")]
    [InlineData("3-4-2024 10:30", "2/2/2024")]
    public void Dates_that_may_have_the_day_first_or_the_month_are_told(string first, string second)
    {
        using var table = new TempTable($"day,y\n{first},1\n,2\n{second},3\n");

        Assert.Equal(
            "All dates of column 'day' fit month/day/year as well as day/month/year, and are read as month/day/year. Write them as year-month-day if that is wrong.",
            Assert.Single(table.Inspect().Warnings));
    }

    [Theory]
    [InlineData("03/04/2024", "01/13/2024")]
    [InlineData("03/04/2024", "13/01/2024")]
    [InlineData("02/02/2024", "5/5/2024")]
    [InlineData("2024-03-04", "2024-01-12")]
    [InlineData("03.04.2024", "01.12.2024")]
    public void Dates_that_can_be_read_in_one_way_only_are_not(string first, string second)
    {
        using var table = new TempTable($"day,y\n{first},1\n,2\n{second},3\n");

        Assert.Empty(table.Inspect().Warnings);
    }

    [Fact]
    public void A_day_beyond_the_twelfth_far_down_tells_the_order_of_all()
    {
        using var table = new TempTable("day,y\n" + string.Concat(Enumerable.Repeat("01/02/2024,1\n", 200_000)) + "01/31/2024,2\n");

        Assert.Empty(table.Inspect().Warnings);
    }

    [Fact]
    public void Days_come_before_months_where_only_that_fits_the_whole_column()
    {
        var text = "day,y\n" + string.Concat(Enumerable.Repeat("01/02/2024,1\n", 5000)) + "31/01/2024,2\n";
        using var table = new TempTable(text);

        Assert.Equal(ColumnType.Date, table.Inspect().Columns[0].Type);
    }
}
