using System.IO.Compression;

namespace RegressionAnalyzer.Analysis.Tests.Loading;

/// <summary>Workbooks that are damaged, claim what they do not hold, or would fill the memory.</summary>
public sealed class BadWorkbookTests
{
    [Theory]
    [InlineData("<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>", "nearly all of it is empty")]
    [InlineData("<row r=\"2000000000\"><c r=\"A2000000000\"><v>1</v></c></row>", "more than 1048576 rows")]
    [InlineData("<row r=\"10\"><c r=\"ZZZZZZ10\"><v>1</v></c></row>", "321272406 columns")]
    public void A_cell_far_away_from_the_table_is_refused_soon(string row, string reason)
    {
        using var table = new TempTable(SampleWorkbook.WithSheet(sheet => sheet.Replace("</sheetData>", row + "</sheetData>", StringComparison.Ordinal)), "new.xlsx");

        Assert.Contains(reason, Assert.Throws<TableFormatException>(table.Inspect).Message);
    }

    [Fact]
    public void Merged_cells_over_the_whole_sheet_fill_the_table_and_no_more()
    {
        using var table = new TempTable(
            SampleWorkbook.WithSheet(sheet => sheet.Replace("A9:B9", "E4:XFD1048576", StringComparison.Ordinal)), "new.xlsx");

        var summary = table.Inspect();

        Assert.Equal((6, 5, 5, 1), (summary.Rows, summary.Columns.Count, summary.Columns[4].Count, summary.Columns[4].Missing));
    }

    [Fact]
    public void A_damaged_workbook_is_refused()
    {
        var content = SampleWorkbook.Content("new.xlsx");
        foreach (var length in (int[])[10, 100, content.Length / 2, content.Length - 30])
        {
            using var table = new TempTable(content[..length], "new.xlsx");
            Assert.Throws<TableFormatException>(table.Inspect);
        }

        using var old = new TempTable(SampleWorkbook.Content("old.xls")[..600], "old.xls");
        Assert.Throws<TableFormatException>(old.Inspect);
    }

    [Theory]
    [InlineData(0x44, 0)]
    [InlineData(0x44, 1)]
    [InlineData(0x3C, 1)]
    [InlineData(0x4C, 2)]
    public void An_old_workbook_whose_sectors_lead_astray_is_refused_at_once(int place, int sector)
    {
        var content = SampleWorkbook.Content("old.xls");
        BitConverter.GetBytes(sector).CopyTo(content, place);
        using var table = new TempTable(content, "old.xls");

        var error = Record.Exception(() => table.Inspect());

        Assert.True(error is null or TableFormatException, error?.ToString());
    }

    [Fact]
    public void An_old_workbook_that_claims_a_thousand_million_rows_is_refused_at_once()
    {
        var content = SampleWorkbook.Content("old.xls");
        // the highest byte of the row after the last, in the DIMENSIONS record of the first sheet ([MS-XLS] 2.4.90)
        content[0x6BC] = 0x40;
        using var table = new TempTable(content, "old.xls");

        Assert.Contains("more than 1048576 rows", Assert.Throws<TableFormatException>(table.Inspect).Message);
    }

    [Fact]
    public void An_old_workbook_with_a_chain_in_a_circle_is_refused()
    {
        var content = SampleWorkbook.Content("old.xls");
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
