namespace RegressionAnalyzer.Analysis.Tests.Loading;

public sealed class DateTests
{
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
