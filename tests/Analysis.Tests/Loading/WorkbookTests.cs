using System.IO.Compression;

namespace RegressionAnalyzer.Analysis.Tests.Loading;

/// <summary>Workbooks/old.xls was written by xlwt 1.3, Workbooks/new.xlsx by openpyxl 3.0.</summary>
public sealed class WorkbookTests
{
    [Theory]
    [InlineData("old.xls", 4)]
    [InlineData("new.xlsx", 6)]
    public void The_first_sheet_of_a_workbook_is_a_table(string name, int rows)
    {
        using var table = new TempTable(File.ReadAllBytes(PathOf(name)), name);

        var summary = table.Inspect();

        Assert.Equal(rows, summary.Rows);
        Assert.Equal(["city", "day", "share", "sold", "note"], summary.Columns.Select(column => column.Name));
        Assert.Equal((ColumnType.Date, 0.125), (summary.Columns[1].Type, table.Analyze("sold", "share").Statistics.LinearRegression.Features.Count * 0.125));
        Assert.Equal(["2024-01-31", "2024-02-29", "2024-03-01"], summary.Columns[1].SampleValues.Take(3));
        Assert.Equal(["0.125", "0.5", "0.001"], summary.Columns[2].SampleValues.Take(3));
        Assert.Equal("a, \"b\"", summary.Columns[4].SampleValues[0]);
    }

    [Fact]
    public void A_damaged_workbook_is_refused()
    {
        var content = File.ReadAllBytes(PathOf("new.xlsx"));
        foreach (var length in (int[])[10, 100, content.Length / 2, content.Length - 30])
        {
            using var table = new TempTable(content[..length], "new.xlsx");
            Assert.Throws<TableFormatException>(table.Inspect);
        }

        using var old = new TempTable(File.ReadAllBytes(PathOf("old.xls"))[..600], "old.xls");
        Assert.Throws<TableFormatException>(old.Inspect);
    }

    [Theory]
    [InlineData(0x44, 0)]
    [InlineData(0x44, 1)]
    [InlineData(0x3C, 1)]
    [InlineData(0x4C, 2)]
    public void An_old_workbook_whose_sectors_lead_astray_is_refused_at_once(int place, int sector)
    {
        var content = File.ReadAllBytes(PathOf("old.xls"));
        BitConverter.GetBytes(sector).CopyTo(content, place);
        using var table = new TempTable(content, "old.xls");

        var error = Record.Exception(() => table.Inspect());

        Assert.True(error is null or TableFormatException, error?.ToString());
    }

    [Fact]
    public void An_old_workbook_with_a_chain_in_a_circle_is_refused()
    {
        var content = File.ReadAllBytes(PathOf("old.xls"));
        var fat = (BitConverter.ToInt32(content, 0x4C) + 1) * 512;
        // sector 0 goes on in sector 0
        BitConverter.GetBytes(0).CopyTo(content, fat);
        using var table = new TempTable(content, "old.xls");

        Assert.Contains("in a circle", Assert.Throws<TableFormatException>(() => table.Inspect()).Message);
    }

    [Fact]
    public void A_zip_archive_that_is_no_workbook_is_refused()
    {
        using var table = new TempTable(Zip(("table.csv", 10)), "table.xlsx");

        Assert.Contains("zip archive and no workbook", Assert.Throws<TableFormatException>(table.Inspect).Message);
    }

    [Fact]
    public void A_bomb_in_a_workbook_is_refused_before_it_fills_the_memory()
    {
        using var table = new TempTable(Zip(("xl/workbook.xml", 10), ("xl/sharedStrings.xml", 300_000_000)), "table.xlsx");

        Assert.Contains("unpacks to more", Assert.Throws<TableFormatException>(table.Inspect).Message);
    }

    private static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "Workbooks", name);

    private static byte[] Zip(params (string Name, int Length)[] entries)
    {
        using var content = new MemoryStream();
        using (var archive = new ZipArchive(content, ZipArchiveMode.Create))
        {
            foreach (var (name, length) in entries)
            {
                using var entry = archive.CreateEntry(name, CompressionLevel.Fastest).Open();
                var zeros = new byte[1 << 20];
                for (var left = length; left > 0; left -= zeros.Length)
                    entry.Write(zeros, 0, Math.Min(left, zeros.Length));
            }
        }

        return content.ToArray();
    }
}
