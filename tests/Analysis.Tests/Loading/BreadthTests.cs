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
