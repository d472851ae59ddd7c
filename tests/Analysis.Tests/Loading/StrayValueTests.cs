using System.Globalization;

namespace RegressionAnalyzer.Analysis.Tests.Loading;

/// <summary>A column is of one kind as a whole. Where a few values alone decide it, that is said.</summary>
public sealed class StrayValueTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(120)]
    [InlineData(190_000)]
    public void A_value_that_alone_makes_numbers_categories_is_said_with_its_line(int place)
    {
        using var table = new TempTable(Ratings(place + 80, place, "3o"));

        var summary = table.Inspect();

        Assert.Equal(ColumnType.Categorical, summary.Columns[0].Type);
        Assert.Equal(
            $"Most values of column 'rating' are numbers, but '3o' on line {place + 2} is not, so that the whole column is read as categories. "
            + "Correct that value and any like it, or leave them empty.",
            Assert.Single(summary.Warnings));
    }

    [Theory]
    [InlineData(30_000, 29_000)]
    [InlineData(30_000, 5)]
    public void Where_there_are_too_many_different_numbers_for_categories_the_column_is_text(int rows, int place)
    {
        var lines = Enumerable.Range(0, rows).Select(row => row == place ? "abc,1\n" : (row / 8.0).ToString(CultureInfo.InvariantCulture) + ",1\n");
        using var table = new TempTable("x,y\n" + string.Concat(lines));

        var summary = table.Inspect();

        Assert.Equal(ColumnType.Text, summary.Columns[0].Type);
        Assert.StartsWith(
            $"Most values of column 'x' are numbers, but 'abc' on line {place + 2} is not, so that the whole column is read as text.",
            Assert.Single(summary.Warnings));
    }

    [Theory]
    [InlineData("g,y\nA,1\nB,2\n1,3\n")]
    [InlineData("g,y\n1,1\n2,2\nA,3\nB,3\n")]
    [InlineData("g,y\nA,1\nNA,2\n,3\n")]
    public void A_column_of_categories_is_nothing_to_speak_of(string text)
    {
        using var table = new TempTable(text);

        Assert.Empty(table.Inspect().Warnings);
    }

    [Fact]
    public void Prose_among_a_few_numbers_is_nothing_to_speak_of()
    {
        var prose = new string('a', 2_000);
        using var table = new TempTable("note,y\n" + string.Concat(Enumerable.Range(0, 50).Select(row => row % 5 == 0 ? $"{row},1\n" : $"{prose},1\n")));

        Assert.Empty(table.Inspect().Warnings);
    }

    [Fact]
    public void A_date_in_another_form_than_most_is_said()
    {
        using var table = new TempTable("day,y\n31/01/2024,1\n01/02/2024,2\n2024-02-03,3\n05/02/2024,4\n");

        Assert.StartsWith(
            "Most values of column 'day' are dates written as day/month/year, but '2024-02-03' on line 4 is not,", Assert.Single(table.Inspect().Warnings));
    }

    [Fact]
    public void The_line_is_counted_over_blank_lines_and_lines_within_quotes()
    {
        using var table = new TempTable("note,x\n\"one\ntwo\",1\n\nthree,2\nthree,3 km\nthree,4\n");

        Assert.Contains("'3 km' on line 6", Assert.Single(table.Inspect().Warnings));
    }

    [Fact]
    public void In_a_table_that_is_turned_it_is_the_column_that_is_said()
    {
        using var table = new TempTable("name,s1,s2,s3,s4,s5,s6,s7\nprice,1,2,3,4,5,6,7\nsize,2,4.5,5.5,1O,10,12.5,14\n");

        Assert.Contains("'1O' in column 5 of the file is not", Assert.Single(table.Inspect().Warnings));
    }

    [Fact]
    public void A_long_value_is_said_by_its_beginning()
    {
        using var table = new TempTable($"x,y\n1,1\n2,2\n{new string('z', 900)},3\n4,4\n");

        Assert.InRange(Assert.Single(table.Inspect().Warnings).Length, 400, 600);
    }

    [Fact]
    public void A_row_that_is_passed_over_decides_nothing()
    {
        using var table = new TempTable("x,y\n1,2\nthe end of a line,that was cut,3\n4,5\n7,9\n");

        var result = table.Analyze(new AnalysisRequest { Target = "y", SkipBadRows = true });

        Assert.Equal(ColumnType.Numeric, result.ColumnAnalysis[0].Type);
    }

    private static string Ratings(int rows, int place, string stray) =>
        "rating,y\n" + string.Concat(Enumerable.Range(0, rows).Select(row => $"{(row == place ? stray : row % 5 + 1)},1\n"));

    [Theory]
    [InlineData("y")]
    [InlineData("x")]
    [InlineData(null)]
    public void An_error_that_a_wrong_value_is_the_reason_for_names_it(string? target)
    {
        var rows = string.Concat(Enumerable.Range(0, 50).Select(row => row == 20 ? "20.5,2o.7\n" : $"{row}.5,{row}.7\n"));
        using var table = new TempTable("x,y\n" + (target is null ? rows.Replace("20.5", "2o.5", StringComparison.Ordinal) : rows));

        var error = Assert.Throws<UnsuitableColumnException>(() => table.Analyze(target));

        Assert.Contains("'2o.7' on line 22 is not", error.Message);
    }
}
