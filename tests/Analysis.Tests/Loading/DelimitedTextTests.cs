using System.Text;

namespace RegressionAnalyzer.Analysis.Tests.Loading;

public sealed class DelimitedTextTests
{
    [Theory]
    [InlineData("a,b\n1,2\n3,4\n")]
    [InlineData("a\tb\n1\t2\n3\t4\n")]
    [InlineData("a;b\r\n1;2\r\n3;4")]
    [InlineData("a|b\r1|2\r3|4\r")]
    [InlineData("\uFEFFa,b\n1,2\n\n3,4\n\n")]
    [InlineData("\"a\",\"b\"\n\"1\",\"2\"\n 3 , 4 \n")]
    public void Every_delimiter_and_line_end_reads_the_same_table(string text)
    {
        using var table = new TempTable(text);

        var summary = table.Inspect();

        Assert.Equal(2, summary.Rows);
        Assert.Equal([("a", ColumnType.Numeric), ("b", ColumnType.Numeric)], summary.Columns.Select(column => (column.Name, column.Type)));
        Assert.Equal(["1", "3"], summary.Columns[0].SampleValues);
    }

    [Fact]
    public void Quoted_fields_hold_delimiters_quotes_and_lines()
    {
        using var table = new TempTable("\"name, \"\"full\"\"\",y\n\"one\ntwo, three\",1\n\"say \"\"hi\"\"\",2\n");

        var summary = table.Inspect();

        Assert.Equal("name, \"full\"", summary.Columns[0].Name);
        Assert.Equal(["one\ntwo, three", "say \"hi\""], summary.Columns[0].SampleValues);
    }

    [Fact]
    public void Missing_values_are_known_by_their_usual_names()
    {
        using var table = new TempTable("x,y\nNA,1\nN/A,2\nnull,3\nNaN,4\n,5\n-1.5e3,6\n");

        var column = table.Inspect().Columns[0];

        Assert.Equal((ColumnType.Numeric, 1, 5), (column.Type, column.Count, column.Missing));
    }

    [Fact]
    public void One_text_far_down_makes_the_whole_column_text()
    {
        var text = new StringBuilder("id,x\n");
        for (var row = 0; row < 200_000; row++)
            text.Append(row == 190_000 ? "none of these" : (row % 50).ToString()).Append(",1\n");
        using var table = new TempTable(text.ToString());

        var column = table.Inspect().Columns[0];

        Assert.Equal((ColumnType.Categorical, 200_000, 0), (column.Type, column.Count, column.Missing));
        Assert.Equal(["0", "1", "2", "3", "4"], column.SampleValues);
    }

    [Theory]
    [InlineData("a,b\n1,2\n3\n", 3, "1 fields where the header has 2")]
    [InlineData("a,b\n1,2\n\n3,4,5\n", 4, "3 fields where the header has 2")]
    [InlineData("a,b\n\"1\n\",2\n3\n", 4, "1 fields where the header has 2")]
    [InlineData("a,b\n1,2\n\"3,4\n5,6\n", 3, "never closed")]
    public void A_row_that_does_not_fit_is_refused_with_its_line(string text, int line, string reason)
    {
        using var table = new TempTable(text);

        var error = Assert.Throws<TableFormatException>(table.Inspect);

        Assert.Equal(line, error.Line);
        Assert.Contains(reason, error.Message);
    }

    [Theory]
    [InlineData("", "The file is empty")]
    [InlineData("\n\r\n\n", "blank lines only")]
    [InlineData("a,b\n", "no rows of values")]
    [InlineData("a,b", "no rows of values")]
    [InlineData("sep=;", "no rows of values")]
    [InlineData("sep=;\r\n", "no rows of values")]
    [InlineData("sep=;\n\n", "blank lines only")]
    [InlineData("GIF89a\u0001\0\0,", "NUL byte")]
    public void What_is_no_table_is_refused_with_the_reason(string text, string reason)
    {
        using var table = new TempTable(text);

        Assert.Contains(reason, Assert.Throws<TableFormatException>(table.Inspect).Message);
    }

    [Fact]
    public void Extremes_come_with_their_row_and_its_values()
    {
        using var table = new TempTable("city,temp,sea\nOslo,-3,1\nRome,21,0\nCairo,35,0\nLima,,1\n");

        var extremes = table.Analyze("temp").Statistics.Minmax[0];

        Assert.Equal((-3, 35, 0, 2, 38), (extremes.MinValue, extremes.MaxValue, extremes.MinIndex, extremes.MaxIndex, extremes.Range));
        Assert.Equal("Cairo", extremes.MaxContext["city"]);
        Agreement.Holds(53.0 / 3, extremes.Mean);
    }

    [Theory]
    [InlineData("1e400", 1)]
    [InlineData("Infinity", 1)]
    [InlineData("Inf", 1)]
    [InlineData("-Inf", 1)]
    [InlineData("+inf", 1)]
    [InlineData("inf", 1)]
    [InlineData("∞", 1)]
    [InlineData("-∞", 1)]
    public void A_number_beyond_all_numbers_counts_as_missing_and_is_said(string value, long missing)
    {
        foreach (var text in (string[])[$"x,y\n{value},1\n2,2\n", $"x;y\n2,5;1\n{value};2\n"])
        {
            using var table = new TempTable(text);

            var summary = table.Inspect();

            Assert.Equal((ColumnType.Numeric, missing), (summary.Columns[0].Type, summary.Columns[0].Missing));
            Assert.Contains(summary.Warnings, warning => warning.Contains("infinite"));
        }
    }

    [Theory]
    [InlineData("Info")]
    [InlineData("-infinite")]
    [InlineData("#1!")]
    [InlineData("#sales!")]
    public void What_only_begins_like_infinity_or_an_error_is_a_label(string value)
    {
        using var table = new TempTable($"x,y\n{value},1\n2,2\n");

        Assert.Equal((ColumnType.Categorical, 0), (table.Inspect().Columns[0].Type, table.Inspect().Columns[0].Missing));
    }

    [Fact]
    public void Errors_of_Excel_are_missing_values()
    {
        using var table = new TempTable("x,y\n#DIV/0!,1\n#REF!,2\n#VALUE!,3\n#NAME?,4\n#NUM!,5\n#NULL!,6\n#N/A,7\n1.5,8\n");

        var column = table.Inspect().Columns[0];

        Assert.Equal((ColumnType.Numeric, 1, 7), (column.Type, column.Count, column.Missing));
    }

    [Fact]
    public void A_numeric_column_is_described()
    {
        // R 4.2.2: quantile(c(1, 2, 4, 8, 16.5), c(.25, .5, .75)), sd(...)
        using var table = new TempTable("x,y\n1,1\n2,1\n4,1\n8,1\n16.5,1\n,1\n");

        var x = table.Inspect().Columns[0];

        Assert.Equal((1, 2, 4, 8, 16.5), (x.Min, x.Q1, x.Median, x.Q3, x.Max));
        Assert.Equal(5, x.Unique);
        Agreement.Holds(6.3, x.Mean);
        Agreement.Holds(6.30079360080935, x.Std, 14);
    }

    [Fact]
    public void The_numbers_of_a_large_table_are_described_nearly()
    {
        var text = new StringBuilder("x,g\n");
        for (var row = 0; row < 300_000; row++)
            text.Append(row * 7919L % 300_000).Append(',').Append(row % 7).Append('\n');
        using var table = new TempTable(text.ToString());

        var columns = table.Inspect().Columns;

        Assert.InRange(columns[0].Unique!.Value, 285_000, 315_000);
        Assert.Equal(7, columns[1].Unique);
        Assert.InRange(columns[0].Median!.Value, 147_000, 153_000);
        Assert.Equal((0, 299_999), (columns[0].Min, columns[0].Max));
        Agreement.Holds(149_999.5, columns[0].Mean, 14);
    }
}
