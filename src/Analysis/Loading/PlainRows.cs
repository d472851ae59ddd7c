using System.Runtime.InteropServices;

namespace RegressionAnalyzer.Analysis.Loading;

/// <summary>Reads text without quotes whose rows have as many fields as there are columns: some hundred rows at a time, column by column.</summary>
internal sealed class PlainRows(Dialect dialect, ColumnBuffers columns)
{
    private readonly FieldIndex _index = new(dialect.Delimiter, columns.Count);

    /// <summary>Whether a piece may be read this way: no quotes, and a CR only before a LF. A blank line of a single column is not to be told from a missing value.</summary>
    public static bool May(TextFacts text, int columns) => columns > 1 && !text.HasQuote && text.Returns == text.Pairs;

    /// <summary>Reads the next rows.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">Where they start, then where the next ones do.</param>
    /// <param name="starts">Gets where each row starts.</param>
    /// <param name="row">The first row's number, then the next one's.</param>
    /// <param name="stop">The place they reach to.</param>
    /// <returns>False when they are not as they should be; then nothing was read.</returns>
    public bool TryRead(ReadOnlySpan<byte> text, ref int at, int[] starts, ref int row, out int stop)
    {
        var right = _index.Find(text, at, out var rows);
        stop = _index.Ends[Math.Max(1, rows * columns.Count)] + 1;
        if (!right)
            return false;
        for (var i = 0; i < rows; i++)
            starts[row + i] = _index.Ends[i * columns.Count] + 1;
        for (var column = 0; column < columns.Count - 1; column++)
            ReadColumn(text, _index.Ends[column..], columns.Count, column, row, rows);
        ReadColumn(text, _index.LastFields(text, rows), 2, columns.Count - 1, row, rows);
        row += rows;
        at = stop;
        return true;
    }

    /// <param name="text">The text.</param>
    /// <param name="ends">Where the field before and the field itself end.</param>
    /// <param name="stride">How far on it is so of the next row.</param>
    /// <param name="column">The column.</param>
    /// <param name="first">The first row's number.</param>
    /// <param name="rows">How many there are.</param>
    private void ReadColumn(ReadOnlySpan<byte> text, ReadOnlySpan<int> ends, int stride, int column, int first, int rows)
    {
        var plain = columns.Plain(column) is { } numbers ? numbers.AsSpan(first, rows) : default;
        for (var row = 0; row < rows; row++)
        {
            row = plain.IsEmpty ? row : NumberColumn.ReadPlain(ref MemoryMarshal.GetReference(text), ends, stride, dialect.DecimalMark, plain, row);
            if (row < rows)
                columns.Read(text[(ends[row * stride] + 1)..ends[row * stride + 1]], column, first + row);
        }
    }
}
