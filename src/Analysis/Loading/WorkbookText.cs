using System.Globalization;
using System.Text;
using ExcelDataReader;

namespace RegressionAnalyzer.Analysis.Loading;

/// <summary>
/// The first sheet of a workbook as comma-separated text, row by row: numbers in their shortest exact form, dates as ISO 8601, formulas by the value
/// saved with them, errors and empty cells as missing, of merged cells the first.
/// </summary>
internal sealed class WorkbookText : ReadOnlyStream
{
    private readonly FileStream _file;
    private readonly IExcelDataReader _sheet;
    private readonly StringBuilder _line = new();
    private byte[] _bytes = [];
    private int _given;

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
    }

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

    private bool NextRow()
    {
        try
        {
            if (!_sheet.Read())
                return false;
            _line.Clear();
            for (var column = 0; column < _sheet.FieldCount; column++)
            {
                if (column > 0)
                    _line.Append(',');
                Append(_sheet.GetValue(column));
            }
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            throw Damaged(FileName, exception);
        }

        // a row without any value is a blank line
        if (_line.Length == _sheet.FieldCount - 1)
            _line.Clear();
        _bytes = Encoding.UTF8.GetBytes(_line.Append('\n').ToString());
        _given = 0;
        return true;
    }

    private void Append(object? value)
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
                _line.Append('"').Append(text.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
                break;
            case not null:
                _line.Append(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
        }
    }
}
