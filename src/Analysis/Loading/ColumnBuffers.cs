using System.Text;

namespace RegressionAnalyzer.Analysis.Loading;

/// <summary>The columns that a parser fills, and what it meets of values that are missing or do not fit.</summary>
/// <param name="dialect">How numbers are written.</param>
/// <param name="kinds">How each column is read.</param>
/// <param name="unlabelled">Of the columns of labels those of which only is asked whether a value is there; may change meanwhile.</param>
internal sealed class ColumnBuffers(Dialect dialect, ColumnKind[] kinds, bool[] unlabelled)
{
    private readonly LabelColumn?[] _labels = [.. kinds.Select(kind => kind.IsLabel ? new LabelColumn() : null)];
    private readonly (string Value, int Row)?[] _misfits = new (string Value, int Row)?[kinds.Length];
    private readonly int[] _infinite = new int[kinds.Length];

    public int Count => kinds.Length;

    /// <summary>The numbers, or dates as numbers, of each column; null for columns of labels.</summary>
    public double[]?[] Numbers { get; } = [.. kinds.Select(kind => kind.IsLabel ? null : Array.Empty<double>())];

    /// <summary>The numbers of a column that may be written plainly; null for labels and dates.</summary>
    public double[]? Plain(int column) => kinds[column].IsNumber ? Numbers[column] : null;

    /// <summary>The labels' numbers of each column; null for columns of numbers.</summary>
    public int[]?[] Codes { get; } = [.. kinds.Select(kind => kind.IsLabel ? Array.Empty<int>() : null)];

    public int[] Missing { get; } = new int[kinds.Length];

    public LabelTable?[] Labels => [.. _labels.Select(labels => labels?.Labels)];

    public (string Value, int Row)?[] Misfits => [.. _misfits];

    public int[] Infinite => [.. _infinite];

    /// <summary>Forgets everything and makes room.</summary>
    public void Reset(int rows)
    {
        for (var column = 0; column < kinds.Length; column++)
        {
            _labels[column]?.Clear();
            if (Numbers[column]?.Length < rows)
                Numbers[column] = GC.AllocateUninitializedArray<double>(rows);
            if (Codes[column]?.Length < rows)
                Codes[column] = GC.AllocateUninitializedArray<int>(rows);
        }

        Array.Clear(_misfits);
        Array.Clear(Missing);
        Array.Clear(_infinite);
    }

    /// <summary>Reads a field of any kind, without its quotes.</summary>
    public void Read(ReadOnlySpan<byte> field, int column, int row)
    {
        if (Numbers[column] is { } numbers)
            numbers[row] = NumberOf(field, column, row);
        else
            ReadLabel(field, column, row);
    }

    private void ReadLabel(ReadOnlySpan<byte> field, int column, int row)
    {
        var code = unlabelled[column] ? LabelColumn.Unlabelled(field) : _labels[column]!.CodeOf(field);
        Codes[column]![row] = code;
        if (code == LabelTable.MissingCode)
            Missing[column]++;
    }

    private double NumberOf(ReadOnlySpan<byte> field, int column, int row)
    {
        field = field.TrimField();
        if (!Loading.Missing.Is(field))
        {
            var read = kinds[column].Date is { } date
                ? date.TryParse(field, out var value)
                : NumberText.TryParse(field, dialect.DecimalMark, out value);
            if (!read)
                _misfits[column] ??= (Encoding.UTF8.GetString(field), row);
            else if (double.IsFinite(value))
                return value;
            else if (double.IsInfinity(value))
                _infinite[column]++;
        }

        Missing[column]++;
        return double.NaN;
    }
}
