using System.Globalization;
using System.Text;
using ExcelDataReader;

namespace RegressionAnalyzer.Analysis.Loading;

/// <summary>
/// The first sheet of a workbook as comma-separated text, row by row: numbers in their shortest exact form, dates as ISO 8601, formulas by the value
/// saved with them, errors and empty cells as missing, cells merged over rows all with the value of the first. A line of the text is a row of the sheet:
/// lines within a cell are joined by blanks.
/// </summary>
internal sealed class WorkbookText : ReadOnlyStream
{
    /// <summary>What a sheet of a workbook holds at most.</summary>
    private const int MaxRows = 1_048_576;

    /// <summary>So many cells are looked at without question; of more, one in <see cref="MaxCellsForAValue"/> has to hold a value.</summary>
    private const long MaxEmptyCells = 1L << 27;

    private const long MaxCellsForAValue = 1000;

    private readonly FileStream _file;
    private readonly IExcelDataReader _sheet;
    private readonly MergedCells _merged;
    private readonly StringBuilder _line = new();
    private byte[] _bytes = [];
    private int _given;
    private int _rows;
    private long _values;

    public WorkbookText(string path, string fileName)
    {
        // BIFF files name their code page, which .NET has to be given
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        _file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        try
        {
            _sheet = ExcelReaderFactory.CreateReader(_file, new ExcelReaderConfiguration { LeaveOpen = true });
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            _file.Dispose();
            throw Damaged(fileName, exception);
        }

        FileName = fileName;
        var columns = _sheet.FieldCount;
        if (columns > TableStart.MaxColumns)
        {
            Dispose();
            throw new TableFormatException($"The first sheet reaches over {columns} columns. A table of at most {TableStart.MaxColumns} columns can be analysed.", 1);
        }

        if (_sheet.RowCount > MaxRows)
        {
            Dispose();
            throw TooManyRows();
        }

        _merged = new MergedCells(_sheet.MergeCells ?? [], columns);
    }

    /// <summary>The sheet's name, and how many sheets there are.</summary>
    public (string Name, int Of) Sheet => (_sheet.Name, _sheet.ResultsCount);

    private string FileName { get; }

    public override int Read(Span<byte> buffer)
    {
        if (_given == _bytes.Length && !NextRow())
            return 0;
        var count = Math.Min(buffer.Length, _bytes.Length - _given);
        _bytes.AsSpan(_given, count).CopyTo(buffer);
        _given += count;
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _sheet.Dispose();
            _file.Dispose();
        }

        base.Dispose(disposing);
    }

    private static TableFormatException Damaged(string fileName, Exception exception) => exception.GetType().Name == "InvalidPasswordException"
        ? new("The workbook is protected by a password. Save it without one.")
        : new($"The workbook '{fileName}' cannot be read, it is damaged or of another kind: {exception.Message}");

    private static TableFormatException TooManyRows() => new($"The workbook is damaged: its first sheet has more than {MaxRows} rows, which no sheet can have.");

    private bool NextRow()
    {
        var before = _values;
        try
        {
            if (!_sheet.Read())
                return false;
            _line.Clear();
            for (var column = 0; column < _sheet.FieldCount; column++)
            {
                if (column > 0)
                    _line.Append(',');
                Append(_sheet.GetValue(column), column);
            }
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            throw Damaged(FileName, exception);
        }

        RejectEndless();
        // a row without a value of its own is a blank line
        if (_values == before)
            _line.Clear();
        _bytes = Encoding.UTF8.GetBytes(_line.Append('\n').ToString());
        _given = 0;
        return true;
    }

    /// <summary>A single cell can claim to stand two thousand million rows below the others, and every row between is gone through.</summary>
    private void RejectEndless()
    {
        if (++_rows > MaxRows)
            throw TooManyRows();
        var cells = (long)_rows * _sheet.FieldCount;
        if (cells > MaxEmptyCells && cells > MaxCellsForAValue * _values)
        {
            throw new TableFormatException(
                $"The first sheet reaches over {_sheet.FieldCount} columns and more than {_rows} rows, and nearly all of it is empty. "
                + "Delete what stands far away from the table, or save the table as CSV.");
        }
    }

    private void Append(object? value, int column)
    {
        if (value is null)
        {
            _line.Append(_merged.TextOf(_rows, column));
            return;
        }

        _values++;
        var start = _line.Length;
        Append(value);
        _merged.Note(_rows, column, _line.ToString(start, _line.Length - start));
    }

    private void Append(object value)
    {
        switch (value)
        {
            case double number:
                _line.Append(number.ToString("R", CultureInfo.InvariantCulture));
                break;
            case DateTime date:
                _line.Append(date.ToString(date.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture));
                break;
            case bool flag:
                _line.Append(flag ? "true" : "false");
                break;
            case string text when text.AsSpan().IndexOfAny(",\"\r\n") >= 0:
                _line.Append('"').Append(text.ReplaceLineEndings(" ").Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
                break;
            default:
                _line.Append(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
        }
    }
}
