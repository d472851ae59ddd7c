namespace RegressionAnalyzer.Analysis.Tests.Loading;

public sealed class HeaderTests
{
    [Fact]
    public void Empty_and_repeated_column_names_are_made_unique_and_said()
    {
        using var table = new TempTable("x,,x,x_2,\n1,2,3,4,5\n");

        var summary = table.Inspect();

        Assert.Equal(["x", "column_2", "x_3", "x_2", "column_5"], summary.Columns.Select(column => column.Name));
        Assert.Equal(3, summary.Warnings.Count);
    }

    [Theory]
    [InlineData("sep=;\na;b\n1,5;2\n3,5;4\n")]
    [InlineData("SEP=;\r\na;b\r\n1,5;2\r\n3,5;4\r\n")]
    [InlineData("\"sep=;\"\na;b\n1,5;2\n3,5;4\n")]
    [InlineData("sep=^\na^b\n1.5^2\n3.5^4\n")]
    [InlineData("sep=\t\na\tb\n1.5\t2\n3.5\t4\n")]
    [InlineData("sep=|\na|b\n\"1,5\"|2\n\"3,5\"|4\n")]
    public void A_first_line_may_name_the_delimiter(string text)
    {
        using var table = new TempTable(text);

        var summary = table.Inspect();

        Assert.Equal(2, summary.Rows);
        Assert.Equal([("a", 1.5), ("b", 2)], summary.Columns.Select(column => (column.Name, column.Min!.Value)));
    }

    [Fact]
    public void The_line_that_names_the_delimiter_counts_as_a_line()
    {
        using var table = new TempTable("sep=;\na;b\n1;2\n3\n");

        Assert.Equal(4, Assert.Throws<TableFormatException>(table.Inspect).Line);
    }

    [Fact]
    public void A_first_line_that_names_the_delimiter_may_stand_before_many_names()
    {
        var names = Enumerable.Range(0, 9_000).Select(column => $"{column}{new string('n', 80)}").ToArray();
        using var table = new TempTable($"sep=;\n{string.Join(';', names)}\n{string.Join(';', names.Select((_, column) => column))}\n");

        Assert.Equal(names, table.Inspect().Columns.Select(column => column.Name));
    }

    [Theory]
    [InlineData("sep=a,b\n1,2\n3,4\n", "sep=a")]
    [InlineData("sep=x\n1\n2\n", "sep=x")]
    public void A_name_that_begins_so_is_a_name(string text, string name)
    {
        using var table = new TempTable(text);

        Assert.Equal(name, table.Inspect().Columns[0].Name);
    }

    [Theory]
    [InlineData("5.1,3.5\n4.9,3\n4.7,3.2\n", "('5.1', '3.5')")]
    [InlineData("5;2;7\n4;3;1\n", "('5', '2', …)")]
    public void A_first_line_of_numbers_is_said_to_be_taken_as_names(string text, string names)
    {
        using var table = new TempTable(text);

        Assert.Equal(
            $"The first line is taken as the names of the columns, though it holds only numbers {names}. If it is a row of values, add a line of names.",
            Assert.Single(table.Inspect().Warnings));
    }

    [Theory]
    [InlineData("1,2,3\n4,5,6\n")]
    [InlineData("2000,1990,2010\n4,5,6\n")]
    [InlineData("400.5,402.25,404,405.5,408\n4,5,6,7,8\n")]
    [InlineData("country,1,7\nLima,5,6\n")]
    [InlineData("3.5\n4.5\n1.5\n")]
    public void Years_running_numbers_and_scales_are_names(string text)
    {
        using var table = new TempTable(text);

        Assert.Empty(table.Inspect().Warnings);
    }
}
