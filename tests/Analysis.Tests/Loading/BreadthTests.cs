using System.IO.Compression;
using System.Text;

namespace RegressionAnalyzer.Analysis.Tests.Loading;

public sealed class BreadthTests
{
    private const string Text = "Straße,wert\nGroße Allee,1\nFaßgasse,2\nZür€,3\n";

    public static TheoryData<string> Encodings => ["utf-8", "utf-16", "utf-16BE", "utf-32", "windows-1252", "utf-16 without mark"];

    [Fact]
    public void Names_alone_tell_the_encoding_too()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var table = new TempTable(Encoding.GetEncoding(1252).GetBytes("Preis;Größe\n1;2\n3;5\n"));
        Assert.Equal(["Preis", "Größe"], table.Inspect().Columns.Select(static column => column.Name));
    }

    [Theory, MemberData(nameof(Encodings))]
    public void Text_in_any_encoding_reads_the_same(string encoding)
    {
        using var table = new TempTable(Encode(encoding));

        var summary = table.Inspect();

        Assert.Equal(["Straße", "wert"], summary.Columns.Select(column => column.Name));
        Assert.Equal(["Große Allee", "Faßgasse", "Zür€"], summary.Columns[0].SampleValues);
    }

    [Fact]
    public void One_letter_of_an_old_encoding_far_down_is_read_as_what_it_is()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var text = "name,y\n" + string.Concat(Enumerable.Repeat("plain,1\n", 200_000)) + "Müller,2\n";
        using var table = new TempTable(Encoding.GetEncoding(1252).GetBytes(text));

        Assert.Contains("Müller", table.Analyze(new AnalysisRequest { Formula = "y ~ name" }).Statistics.LinearRegression.Coefficients[0].Feature + Warnings(table));
    }

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

    [Fact]
    public void Dates_with_points_do_not_make_decimal_points()
    {
        using var table = new TempTable("x;from;to\n1,5;31.01.2024;01.02.2024\n-2,25;01.12.2024;31.12.2024\n");

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

    [Fact]
    public void Days_come_before_months_where_only_that_fits_the_whole_column()
    {
        var text = "day,y\n" + string.Concat(Enumerable.Repeat("01/02/2024,1\n", 5000)) + "31/01/2024,2\n";
        using var table = new TempTable(text);

        Assert.Equal(ColumnType.Date, table.Inspect().Columns[0].Type);
    }

    [Fact]
    public void A_table_packed_by_gzip_is_unpacked()
    {
        using var table = new TempTable(Pack("x,y\n1,2\n3,4\n"), "table.csv.gz");

        Assert.Equal(2, table.Inspect().Rows);
    }

    [Theory]
    [InlineData(20)]
    [InlineData(5)]
    public void A_packed_table_that_is_cut_is_refused(int bytes)
    {
        using var table = new TempTable(Pack(string.Concat(Enumerable.Repeat("x,y\n1,2\n3,4\n", 1000)))[..bytes], "table.csv.gz");

        Assert.Throws<TableFormatException>(table.Inspect);
    }

    [Fact]
    public void Rows_that_do_not_fit_are_passed_over_and_counted_when_asked()
    {
        using var table = new TempTable("x,y\n1,2\n3\n4,5\n6,7,8\n7,9\n");

        var result = table.Analyze(new AnalysisRequest { Target = "y", SkipBadRows = true });

        Assert.Equal(3, result.Rows);
        Assert.Contains(result.Warnings, warning => warning.StartsWith("2 rows have another number of fields") && warning.Contains("line 3"));
    }

    [Fact]
    public void A_nul_byte_far_down_is_refused_with_its_line()
    {
        using var table = new TempTable("x,y\n" + string.Concat(Enumerable.Repeat("1,2\n", 600_000)) + "\0,3\n");

        Assert.Equal(600_002, Assert.Throws<TableFormatException>(table.Inspect).Line);
    }

    private static string Warnings(TempTable table) => string.Join(' ', table.Analyze(new AnalysisRequest { Formula = "y ~ name" }).Statistics.Warnings);

    private static byte[] Encode(string name)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        if (name == "utf-16 without mark")
            return new UnicodeEncoding(bigEndian: false, byteOrderMark: false).GetBytes(Text);
        var encoding = Encoding.GetEncoding(name);
        return [.. encoding.GetPreamble(), .. encoding.GetBytes(Text)];
    }

    private static byte[] Pack(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            gzip.Write(Encoding.UTF8.GetBytes(text));
        return packed.ToArray();
    }
}
