using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;

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
    private readonly ColumnKind[] _kinds;
    private readonly bool _skipBadRows;
    private readonly string?[] _misfits;
    private readonly int[] _missing;
    private readonly int[] _infinite;
    private readonly List<long> _skipped = [];
    private int[] _starts = [];

    /// <param name="dialect">How fields are told apart.</param>
    /// <param name="columns">The columns' names, in order.</param>
    /// <param name="kinds">How each is read.</param>
    /// <param name="skipBadRows">Whether a row that does not fit is passed over and counted.</param>
    /// <param name="unlabelled">Of the columns of labels those of which only is asked whether a value is there; may change meanwhile.</param>
    public BlockParser(Dialect dialect, IReadOnlyList<string> columns, ColumnKind[] kinds, bool[] unlabelled, bool skipBadRows)
    {
        _dialect = dialect;
        _columns = columns;
        _unlabelled = unlabelled;
        _kinds = kinds;
        _skipBadRows = skipBadRows;
        _numbers = [.. kinds.Select(kind => kind.IsLabel ? null : Array.Empty<double>())];
        _codes = [.. kinds.Select(kind => kind.IsLabel ? Array.Empty<int>() : null)];
        _labels = [.. kinds.Select(kind => kind.IsLabel ? new LabelColumn() : null)];
        _misfits = new string?[kinds.Length];
        _missing = new int[kinds.Length];
        _infinite = new int[kinds.Length];
    }

    /// <exception cref="TableFormatException">A row has more or fewer fields than there are columns, or a quote is never closed.</exception>
    public ParsedBlock Parse(Chunk chunk)
    {
        RejectNul(chunk);
        Reset(chunk);
        var rows = ParseRows(chunk);
        return new ParsedBlock
        {
            Chunk = chunk,
            Rows = new RowBlock { Rows = rows, Numbers = _numbers, Codes = _codes, Missing = _missing },
            RowStarts = _starts,
            Labels = [.. _labels.Select(labels => labels?.Labels)],
            Misfits = [.. _misfits],
            Missing = [.. _missing],
            Infinite = [.. _infinite],
            SkippedLines = [.. _skipped],
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
        var decimalMarks = Vector128.Create(_dialect.DecimalMark);
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
            if (_skipBadRows && !Fits(data, ref at))
            {
                _skipped.Add(chunk.LineAt(start));
                continue;
            }

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
                    if (ends != 0 && Number.TryReadPlain(ref field, word, length, decimalMarks, out values[rows]))
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
        field = field.TrimField();
        if (!Missing.Is(field))
        {
            var read = _kinds[column].Date is { } date
                ? date.TryParse(field, out var value)
                : NumberText.TryParse(field, _dialect.DecimalMark, out value);
            if (!read)
                _misfits[column] ??= Encoding.UTF8.GetString(field);
            else if (double.IsFinite(value))
                return value;
            else if (double.IsInfinity(value))
                _infinite[column]++;
        }

        _missing[column]++;
        return double.NaN;
    }

    /// <summary>
    /// Makes room for as many rows as there are lines; but a row has a delimiter or a line end for each column, and blank lines in a wide table are no
    /// rows: room for half a million lines of thousands of columns would be more memory than there is.
    /// </summary>
    private void Reset(Chunk chunk)
    {
        var room = (int)Math.Min(Chunk.CountLines(chunk.Data), chunk.Data.Length / _columns.Count + 1) + 1;
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
        Array.Clear(_misfits);
        Array.Clear(_missing);
        Array.Clear(_infinite);
        _skipped.Clear();
    }

    private static void RejectNul(Chunk chunk)
    {
        var nul = chunk.Data.IndexOf((byte)0);
        if (nul >= 0)
            throw TextFault.Nul(chunk.LineAt(nul));
    }

    private static TableFormatException QuoteLeftOpen(Chunk chunk, int start, string column)
    {
        var line = chunk.LineAt(start);
        return new($"A quote in column '{column}' of the record that starts on line {line} is never closed.", line, column);
    }

    /// <summary>Whether a row has as many fields as there are columns; where not, steps over it.</summary>
    private bool Fits(ReadOnlySpan<byte> data, ref int at)
    {
        var shape = RecordShape.At(data, at, _dialect.Delimiter);
        if (shape.Fields == _columns.Count && !shape.QuoteLeftOpen)
            return true;
        at = shape.End;
        return false;
    }

    private TableFormatException Ragged(Chunk chunk, int start)
    {
        var fields = RecordShape.At(chunk.Data, start, _dialect.Delimiter).Fields;
        var line = chunk.LineAt(start);
        return new($"Line {line} has {fields} fields where the header has {_columns.Count}.", line);
    }
}
