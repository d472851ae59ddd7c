namespace RegressionAnalyzer.Analysis.Tests.Loading;

public sealed class WorkbookTests
{
    [Theory]
    [InlineData("old.xls", 4)]
    [InlineData("new.xlsx", 6)]
    public void The_first_sheet_of_a_workbook_is_a_table(string name, int rows)
    {
        using var table = new TempTable(SampleWorkbook.Content(name), name);

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
        using var table = new TempTable(SampleWorkbook.Content("formulas.xlsx"), "formulas.xlsx");

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
        using var table = new TempTable(SampleWorkbook.WithRows(rows), "new.xlsx");

        var summary = table.Inspect();

        Assert.True(summary.Transposed, summary.TransposeDecision);
        Assert.Equal(["Only sheet 'data', the first of 2, is read."], summary.Warnings);
    }

    [Fact]
    public void A_stray_value_is_said_with_its_row_of_the_sheet()
    {
        const string Rows = """
            <row r="3"><c r="A3" t="inlineStr"><is><t>size&#10;in mm</t></is></c><c r="B3" t="inlineStr"><is><t>note</t></is></c></row>
            <row r="4"><c r="A4"><v>1.5</v></c><c r="B4" t="inlineStr"><is><t>one&#10;two</t></is></c></row>
            <row r="5"><c r="A5"><v>2.5</v></c></row><row r="9"><c r="A9" t="inlineStr"><is><t>3o</t></is></c></row>
            """;
        using var table = new TempTable(SampleWorkbook.WithRows(Rows), "new.xlsx");

        Assert.StartsWith("Most values of column 'size in mm' are numbers, but '3o' in row 9 of the sheet is not,", table.Inspect().Warnings[^1]);
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>", "has column names but no rows of values.")]
    public void A_first_sheet_without_a_table_is_named(string rows, string reason)
    {
        using var table = new TempTable(SampleWorkbook.WithRows(rows), "new.xlsx");

        var message = Assert.Throws<TableFormatException>(table.Inspect).Message;

        Assert.StartsWith($"Sheet 'data', the first of 2 and the only one that is read, {reason}", message);
        Assert.EndsWith("Bring the sheet that holds the table to the front.", message);
    }
}
