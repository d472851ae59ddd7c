using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace RegressionAnalyzer.Analysis.Loading;

/// <summary>Turns pieces of the file into columns, one after the other in the same memory. For one thread.</summary>
internal sealed class BlockParser
{
    private readonly Dialect _dialect;
    private readonly IReadOnlyList<string> _columns;
    private readonly double[]?[] _numbers;
    private readonly int[]?[] _codes;
    private readonly LabelColumn?[] _labels;
    private readonly bool[] _unlabelled;
    private readonly bool[] _misfit;
    private readonly int[] _missing;
    private readonly int[] _infinite;
    private int[] _starts = [];

    /// <param name="dialect">How fields are told apart.</param>
    /// <param name="columns">The columns' names, in order.</param>
    /// <param name="numeric">Which columns are read as numbers; the others as labels.</param>
    /// <param name="unlabelled">Of the columns of labels those of which only is asked whether a value is there; may change meanwhile.</param>
    public BlockParser(Dialect dialect, IReadOnlyList<string> columns, bool[] numeric, bool[] unlabelled)
    {
        _dialect = dialect;
        _columns = columns;
        _unlabelled = unlabelled;
        _numbers = [.. numeric.Select(isNumber => isNumber ? Array.Empty<double>() : null)];
        _codes = [.. numeric.Select(isNumber => isNumber ? null : Array.Empty<int>())];
        _labels = [.. numeric.Select(isNumber => isNumber ? null : new LabelColumn())];
        _misfit = new bool[numeric.Length];
        _missing = new int[numeric.Length];
        _infinite = new int[numeric.Length];
    }

    /// <exception cref="TableFormatException">A row has more or fewer fields than there are columns, or a quote is never closed.</exception>
    public ParsedBlock Parse(Chunk chunk)
    {
        Reset(chunk);
        var rows = ParseRows(chunk);
        return new ParsedBlock
        {
            Chunk = chunk,
            Rows = new RowBlock { Rows = rows, Numbers = _numbers, Codes = _codes },
            RowStarts = _starts,
            Labels = [.. _labels.Select(labels => labels?.Labels)],
            Misfit = [.. _misfit],
            Missing = [.. _missing],
            Infinite = [.. _infinite],
        };
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int ParseRows(Chunk chunk)
    {
        var data = chunk.Data;
        ref var bytes = ref MemoryMarshal.GetReference(data);
        var delimiter = _dialect.Delimiter;
        var reader = new FieldReader(data, delimiter);
        var (delimiters, lineFeeds, returns) = (Vector128.Create(delimiter), Vector128.Create((byte)'\n'), Vector128.Create((byte)'\r'));
        var numbers = _numbers;
        var at = 0;
        var rows = 0;
        while (true)
        {
            while (at < data.Length && Unsafe.Add(ref bytes, at) is (byte)'\n' or (byte)'\r')
                at++;
            if (at >= data.Length)
                return rows;
            var start = at;
            _starts[rows] = start;
            var ended = false;
            var column = 0;
            for (; column < numbers.Length && !ended; column++)
            {
                var word = Vector128.LoadUnsafe(ref bytes, (nuint)at);
                var ends = (Vector128.Equals(word, delimiters) | Vector128.Equals(word, lineFeeds) | Vector128.Equals(word, returns)).ExtractMostSignificantBits();
                var length = BitOperations.TrailingZeroCount(ends);
                ref var field = ref Unsafe.Add(ref bytes, at);
                if (numbers[column] is { } values)
                {
                    if (ends != 0 && Number.TryReadPlain(ref field, word, length, out values[rows]))
                    {
                        // a LF after a CR is skipped as a blank line
                        at += length + 1;
                        ended = Unsafe.Add(ref field, length) != delimiter;
                        continue;
                    }

                    reader.Position = at;
                    values[rows] = ReadNumber(reader.Next(), column);
                }
                else if (ends != 0 && field != '"')
                {
                    ReadLabel(data.Slice(at, length), column, rows);
                    at += length + 1;
                    ended = Unsafe.Add(ref field, length) != delimiter;
                    continue;
                }
                else
                {
                    reader.Position = at;
                    ReadLabel(reader.Next(), column, rows);
                }

                at = reader.Position;
                ended = reader.RecordEnded;
                if (reader.QuoteLeftOpen)
                    throw QuoteLeftOpen(chunk, start, _columns[column]);
            }

            if (column < numbers.Length || !ended)
                throw Ragged(chunk, start);
            rows++;
        }
    }

    private void ReadLabel(ReadOnlySpan<byte> field, int column, int row)
    {
        var code = _unlabelled[column] ? LabelColumn.Unlabelled(field) : _labels[column]!.CodeOf(field);
        _codes[column]![row] = code;
        if (code == LabelTable.MissingCode)
            _missing[column]++;
    }

    private double ReadNumber(ReadOnlySpan<byte> field, int column)
    {
        field = field.Trim(" \t"u8);
        if (!Missing.Is(field))
        {
            if (!Number.TryParse(field, out var value))
                _misfit[column] = true;
            else if (double.IsFinite(value))
                return value;
            else
                _infinite[column]++;
        }

        _missing[column]++;
        return double.NaN;
    }

    /// <summary>Makes room for as many rows as there are lines.</summary>
    private void Reset(Chunk chunk)
    {
        var room = (int)Chunk.CountLines(chunk.Data) + 1;
        if (_starts.Length < room)
        {
            room += room / 8;
            _starts = new int[room];
            for (var column = 0; column < _columns.Count; column++)
            {
                if (_numbers[column] is not null)
                    _numbers[column] = GC.AllocateUninitializedArray<double>(room);
                else
                    _codes[column] = GC.AllocateUninitializedArray<int>(room);
            }
        }

        foreach (var labels in _labels)
            labels?.Clear();
        Array.Clear(_misfit);
        Array.Clear(_missing);
        Array.Clear(_infinite);
    }

    private static TableFormatException QuoteLeftOpen(Chunk chunk, int start, string column)
    {
        var line = chunk.LineAt(start);
        return new($"A quote in column '{column}' of the record that starts on line {line} is never closed.", line, column);
    }

    private TableFormatException Ragged(Chunk chunk, int start)
    {
        var reader = new FieldReader(chunk.Data, _dialect.Delimiter) { Position = start };
        var fields = 0;
        do
        {
            reader.Next();
            fields++;
        }
        while (!reader.RecordEnded);
        var line = chunk.LineAt(start);
        return new($"Line {line} has {fields} fields where the header has {_columns.Count}.", line);
    }
}
