using System.Text;

namespace RegressionAnalyzer.Analysis.Tests.Loading;

public sealed class ExtremeFilesTests
{
    [Fact]
    public void A_hundred_thousand_columns_are_refused()
    {
        var header = string.Join(',', Enumerable.Range(0, 100_000).Select(column => $"c{column}"));
        using var table = new TempTable(header + "\n1,2\n");

        Assert.Contains("more than 16384 fields", Assert.Throws<TableFormatException>(table.Inspect).Message);
    }

    [Fact]
    public void Two_thousand_columns_are_read_and_too_many_coefficients_refused()
    {
        var text = new StringBuilder(string.Join(',', Enumerable.Range(0, 2_500).Select(column => $"c{column}")) + "\n");
        for (var row = 0; row < 20; row++)
            text.AppendJoin(',', Enumerable.Range(0, 2_500).Select(column => (row * column) % 17)).Append('\n');
        using var table = new TempTable(text.ToString());

        Assert.Equal(2_500, table.Inspect().Columns.Count);
        Assert.Contains("2000 coefficients", Assert.Throws<UnsuitableColumnException>(() => table.Analyze()).Message);
    }

    [Fact]
    public void A_wide_table_with_many_blank_lines_needs_no_room_for_them()
    {
        var header = string.Join(',', Enumerable.Range(0, 16_000).Select(column => $"c{column}"));
        var row = string.Join(',', Enumerable.Range(0, 16_000).Select(column => column % 10));
        using var table = new TempTable(header + "\n" + row + "\n" + new string('\n', 2_000_000) + row + "\n");
        var before = GC.GetTotalAllocatedBytes();

        Assert.Equal(2, table.Inspect().Rows);
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 2L << 30);
    }

    [Theory]
    [InlineData('x')]
    [InlineData('"')]
    [InlineData(',')]
    [InlineData('1')]
    public void One_line_of_fifty_megabytes_is_refused_without_filling_the_memory(char character)
    {
        using var table = new TempTable(new string(character, 50_000_000));

        Assert.Equal(1, Assert.Throws<TableFormatException>(table.Inspect).Line);
    }

    [Fact]
    public void A_quote_that_is_never_closed_is_found_where_it_opens()
    {
        using var table = new TempTable("x,y\n" + string.Concat(Enumerable.Repeat("1,2\n", 1000)) + "\"3,4\n" + string.Concat(Enumerable.Repeat("1,2\n", 5_000_000)));

        var error = Assert.Throws<TableFormatException>(table.Inspect);

        Assert.Equal(1002, error.Line);
        Assert.Contains("never", error.Message);
    }

    [Fact]
    public void Long_prose_is_text_and_kept_nowhere()
    {
        using var table = new TempTable("note,y\n" + string.Concat(Enumerable.Range(0, 200).Select(row => $"{row}{new string('a', 20_000)},{row}\n")));

        var summary = table.Inspect();

        Assert.Equal(ColumnType.Text, summary.Columns[0].Type);
        Assert.All(summary.Columns[0].SampleValues, value => Assert.InRange(value.Length, 1, 301));
    }

    [Fact]
    public void A_million_different_names_are_text()
    {
        var text = new StringBuilder("id,y\n");
        for (var row = 0; row < 300_000; row++)
            text.Append("id-").Append(row).Append(',').Append(row % 10).Append('\n');
        using var table = new TempTable(text.ToString());

        var result = table.Analyze(new AnalysisRequest { Formula = "y ~ 1", Importance = false });

        Assert.Equal((ColumnType.Text, 300_000), (result.ColumnAnalysis[0].Type, result.ColumnAnalysis[0].Count));
        Agreement.Holds(4.5, result.Statistics.LinearRegression.Intercept!.Value);
    }

    [Fact]
    public void Mixed_line_ends_are_all_line_ends()
    {
        using var table = new TempTable("x,y\r\n1,2\r3,4\n5,6\r\n\r\n7,8");

        Assert.Equal(4, table.Inspect().Rows);
    }

    [Fact]
    public void A_table_too_large_to_be_kept_gives_what_a_kept_one_gives()
    {
        // 3.5 million rows of three numbers and a label: past the 96 MiB that stay in memory; the same rows ten times over say the same
        var rows = new StringBuilder();
        for (var row = 0; row < 350_000; row++)
            rows.Append(row % 1009).Append(',').Append(row % 13).Append(',').Append((char)('p' + row % 3)).Append(',').Append(row % 7 + row % 13).Append('\n');
        using var once = new TempTable("a,b,g,y\n" + rows);
        using var tenfold = new TempTable("a,b,g,y\n" + string.Concat(Enumerable.Repeat(rows.ToString(), 10)));

        var request = new AnalysisRequest { Target = "y", Importance = false };
        var small = once.Analyze(request).Statistics.LinearRegression;
        var large = tenfold.Analyze(request).Statistics.LinearRegression;

        Assert.Equal(3_500_000, large.NSamples);
        foreach (var (wanted, found) in small.Coefficients.Zip(large.Coefficients))
            Agreement.Holds(wanted.Value, found.Value, 9);
        Agreement.Holds(small.RSquared!.Value, large.RSquared, 12);
        Agreement.Holds(small.Diagnostics!.JarqueBera.Kurtosis!.Value, large.Diagnostics!.JarqueBera.Kurtosis, 10);
    }
}
