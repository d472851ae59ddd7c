using System.Runtime.CompilerServices;

namespace RegressionAnalyzer.Analysis.Loading;

/// <summary>Turns a piece of the file into columns.</summary>
/// <param name="dialect">How fields are told apart.</param>
/// <param name="columns">The columns' names, in order.</param>
/// <param name="numeric">Which columns are read as numbers; the others as labels.</param>
internal sealed class BlockParser(Dialect dialect, IReadOnlyList<string> columns, bool[] numeric)
{
    private readonly int _columns = columns.Count;

    /// <exception cref="TableFormatException">A row has more or fewer fields than there are columns, or a quote is never closed.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public ParsedBlock Parse(Chunk chunk)
    {
        var data = chunk.Data.Span;
        var capacity = EstimateRows(data);
        var numbers = new double[]?[_columns];
        var codes = new int[]?[_columns];
        var labels = new LabelTable?[_columns];
        var misfit = new bool[_columns];
        var infinite = new long[_columns];
        for (var column = 0; column < _columns; column++)
        {
            if (numeric[column])
            {
                numbers[column] = new double[capacity];
            }
            else
            {
                codes[column] = new int[capacity];
                labels[column] = new LabelTable();
            }
        }

        var starts = new int[capacity];
        var reader = new FieldReader(data, dialect.Delimiter);
        var rows = 0;
        while (reader.SkipBlankLines())
        {
            var start = reader.Position;
            if (rows == capacity)
                Grow(ref capacity, ref starts, numbers, codes);
            starts[rows] = start;
            reader.RecordEnded = false;
            var column = 0;
            for (; column < _columns && !reader.RecordEnded; column++)
            {
                if (numbers[column] is { } values)
                {
                    if (Number.TryReadPlain(data, reader.Position, dialect.Delimiter, out values[rows], out var end))
                        reader.EndFieldAt(end);
                    else
                        values[rows] = ReadNumber(reader.Next(), ref misfit[column], ref infinite[column]);
                }
                else
                {
                    var text = reader.Next().Trim(" \t"u8);
                    codes[column]![rows] = Missing.Is(text) ? LabelTable.MissingCode : labels[column]!.CodeOf(text);
                }
            }

            if (reader.QuoteLeftOpen)
                throw QuoteLeftOpen(chunk, start, columns[column - 1]);
            if (column < _columns || !reader.RecordEnded)
                throw Ragged(chunk, start);
            rows++;
        }

        return new ParsedBlock
        {
            Chunk = chunk,
            Rows = new RowBlock { Rows = rows, Numbers = numbers, Codes = codes },
            RowStarts = starts,
            Labels = labels,
            Misfit = misfit,
            Infinite = infinite,
        };
    }

    private static double ReadNumber(ReadOnlySpan<byte> field, ref bool misfit, ref long infinite)
    {
        field = field.Trim(" \t"u8);
        if (Missing.Is(field))
            return double.NaN;
        if (!Number.TryParse(field, out var value))
        {
            misfit = true;
            return double.NaN;
        }

        if (double.IsFinite(value))
            return value;
        infinite++;
        return double.NaN;
    }

    /// <summary>From the length of the first line; a wrong guess costs a copy.</summary>
    private static int EstimateRows(ReadOnlySpan<byte> data)
    {
        var firstLine = data.IndexOf((byte)'\n') + 1;
        return Math.Max(16, (int)(1.1 * data.Length / Math.Max(firstLine, 16)));
    }

    private static void Grow(ref int capacity, ref int[] starts, double[]?[] numbers, int[]?[] codes)
    {
        capacity *= 2;
        Array.Resize(ref starts, capacity);
        for (var column = 0; column < numbers.Length; column++)
        {
            if (numbers[column] is not null)
                Array.Resize(ref numbers[column], capacity);
            else
                Array.Resize(ref codes[column], capacity);
        }
    }

    private static TableFormatException QuoteLeftOpen(Chunk chunk, int start, string column)
    {
        var line = chunk.LineAt(start);
        return new($"A quote in column '{column}' of the record that starts on line {line} is never closed.", line, column);
    }

    private TableFormatException Ragged(Chunk chunk, int start)
    {
        var reader = new FieldReader(chunk.Data.Span, dialect.Delimiter) { Position = start };
        var fields = 0;
        do
        {
            reader.Next();
            fields++;
        }
        while (!reader.RecordEnded);
        var line = chunk.LineAt(start);
        return new($"Line {line} has {fields} fields where the header has {_columns}.", line);
    }
}
