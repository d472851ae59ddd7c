using System.IO.Compression;

namespace RegressionAnalyzer.Analysis.Tests.Loading;

/// <summary>Workbooks/old.xls was written by xlwt 1.3, new.xlsx by openpyxl 3.0, formulas.xlsx by record.py beside it.</summary>
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
        Assert.Equal(["Only sheet 'data', the first of 2, is read."], summary.Warnings);
    }

    [Fact]
    public void Formulas_count_by_their_value_errors_as_missing_and_merged_cells_each_by_what_stands_in_them()
    {
        using var table = new TempTable(File.ReadAllBytes(PathOf("formulas.xlsx")), "formulas.xlsx");

        var columns = table.Inspect().Columns.ToDictionary(column => column.Name);

        Assert.Equal(["31.5", "61.25", "63", "47", "2469135"], columns["total"].SampleValues);
        Assert.Equal((4, 2), (columns["rate"].Count, columns["rate"].Missing));
        Assert.Equal((6, 3, 0), (columns["region"].Count, columns["region"].Unique, columns["region"].Missing));
        Assert.Equal(["North, \"upper\"", "South", "East"], columns["region"].SampleValues);
        Assert.Equal((ColumnType.Date, "2024-01-31T06:30:00"), (columns["at"].Type, columns["at"].SampleValues[0]));
        Assert.Equal(1234567.5, columns["price"].Max);
    }

    [Fact]
    public void A_sheet_that_lies_on_its_side_is_still_said_to_be_the_only_one()
    {
        static string Row(int row, string name, params int[] values) =>
            $"""<row r="{row}"><c r="A{row}" t="inlineStr"><is><t>{name}</t></is></c>{string.Concat(values.Select((value, at) => $"""<c r="{(char)('B' + at)}{row}"><v>{value}</v></c>"""))}</row>""";
        var rows = Row(1, "part", 1, 2, 3, 4, 5) + Row(2, "length", 12, 14, 15, 17, 19) + Row(3, "width", 3, 5, 4, 8, 6);
        using var table = new TempTable(WithRows(rows), "new.xlsx");

        var summary = table.Inspect();

        Assert.True(summary.Transposed, summary.TransposeDecision);
        Assert.Equal(["Only sheet 'data', the first of 2, is read."], summary.Warnings);
    }

    [Theory]
    [InlineData("<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>", "nearly all of it is empty")]
    [InlineData("<row r=\"2000000000\"><c r=\"A2000000000\"><v>1</v></c></row>", "more than 1048576 rows")]
    [InlineData("<row r=\"10\"><c r=\"ZZZZZZ10\"><v>1</v></c></row>", "321272406 columns")]
    public void A_cell_far_away_from_the_table_is_refused_soon(string row, string reason)
    {
        using var table = new TempTable(WithSheet(sheet => sheet.Replace("</sheetData>", row + "</sheetData>", StringComparison.Ordinal)), "new.xlsx");

        Assert.Contains(reason, Assert.Throws<TableFormatException>(table.Inspect).Message);
    }

    [Fact]
    public void Merged_cells_over_the_whole_sheet_fill_the_table_and_no_more()
    {
        using var table = new TempTable(
            WithSheet(sheet => sheet.Replace("A9:B9", "E4:XFD1048576", StringComparison.Ordinal)), "new.xlsx");

        var summary = table.Inspect();

        Assert.Equal((6, 5, 5, 1), (summary.Rows, summary.Columns.Count, summary.Columns[4].Count, summary.Columns[4].Missing));
    }

    [Fact]
    public void A_stray_value_is_said_with_its_row_of_the_sheet()
    {
        const string Rows = """
            <row r="3"><c r="A3" t="inlineStr"><is><t>size&#10;in mm</t></is></c><c r="B3" t="inlineStr"><is><t>note</t></is></c></row>
            <row r="4"><c r="A4"><v>1.5</v></c><c r="B4" t="inlineStr"><is><t>one&#10;two</t></is></c></row>
            <row r="5"><c r="A5"><v>2.5</v></c></row><row r="9"><c r="A9" t="inlineStr"><is><t>3o</t></is></c></row>
            """;
        using var table = new TempTable(WithRows(Rows), "new.xlsx");

        Assert.StartsWith("Most values of column 'size in mm' are numbers, but '3o' in row 9 of the sheet is not,", table.Inspect().Warnings[^1]);
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>", "has column names but no rows of values.")]
    public void A_first_sheet_without_a_table_is_named(string rows, string reason)
    {
        using var table = new TempTable(WithRows(rows), "new.xlsx");

        var message = Assert.Throws<TableFormatException>(table.Inspect).Message;

        Assert.StartsWith($"Sheet 'data', the first of 2 and the only one that is read, {reason}", message);
        Assert.EndsWith("Bring the sheet that holds the table to the front.", message);
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
    public void An_old_workbook_that_claims_a_thousand_million_rows_is_refused_at_once()
    {
        var content = File.ReadAllBytes(PathOf("old.xls"));
        // the highest byte of the row after the last, in the DIMENSIONS record of the first sheet ([MS-XLS] 2.4.90)
        content[0x6BC] = 0x40;
        using var table = new TempTable(content, "old.xls");

        Assert.Contains("more than 1048576 rows", Assert.Throws<TableFormatException>(table.Inspect).Message);
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

    /// <summary>new.xlsx with its first sheet changed.</summary>
    private static byte[] WithSheet(Func<string, string> change)
    {
        using var content = new MemoryStream();
        content.Write(File.ReadAllBytes(PathOf("new.xlsx")));
        using (var archive = new ZipArchive(content, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = archive.GetEntry("xl/worksheets/sheet1.xml")!;
            string sheet;
            using (var reader = new StreamReader(entry.Open()))
                sheet = reader.ReadToEnd();
            entry.Delete();
            using var writer = new StreamWriter(archive.CreateEntry(entry.FullName).Open());
            writer.Write(change(sheet));
        }

        return content.ToArray();
    }

    /// <summary>new.xlsx with other rows, and nothing else, on its first sheet.</summary>
    private static byte[] WithRows(string rows) =>
        WithSheet(sheet => sheet[..(sheet.IndexOf("<sheetData>", StringComparison.Ordinal) + 11)] + rows + "</sheetData></worksheet>");

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
