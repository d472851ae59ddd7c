using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace RegressionAnalyzer.Analysis.Loading;

/// <summary>Reads rows as they come, field by field: with quotes, blank lines between them, line ends of every kind, of the wrong length.</summary>
/// <param name="dialect">How fields are told apart.</param>
/// <param name="names">The columns' names, in order.</param>
/// <param name="columns">Where the values go.</param>
/// <param name="skipped">Gets the lines of rows that do not fit, where these are to be passed over; otherwise null.</param>
internal sealed class AnyRows(Dialect dialect, IReadOnlyList<string> names, ColumnBuffers columns, List<long>? skipped)
{
    /// <summary>Reads the rows that start before a place.</summary>
    /// <param name="chunk">The piece.</param>
    /// <param name="at">Where they start, then where the next ones do.</param>
    /// <param name="stop">The place.</param>
    /// <param name="starts">Gets where each row starts.</param>
    /// <param name="row">The first row's number, then the next one's.</param>
    /// <exception cref="TableFormatException">A row has more or fewer fields than there are columns, or a quote is never closed.</exception>
    public void Read(Chunk chunk, ref int at, int stop, int[] starts, ref int row)
    {
        var text = chunk.Data;
        var ends = new FieldEnds(text, dialect.Delimiter, at);
        var next = at;
        while (true)
        {
            while (next < text.Length && text[next] is (byte)'\n' or (byte)'\r')
                next = ends.Next() + 1;
            at = next;
            if (next >= Math.Min(stop, text.Length))
                return;
            if (skipped is not null && StepsOver(chunk, ref at))
            {
                next = at;
                ends.StartAt(next);
                continue;
            }

            starts[row] = next;
            next = ReadRow(chunk, ref ends, next, row);
            row++;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int ReadRow(Chunk chunk, ref FieldEnds ends, int start, int row)
    {
        ref var text = ref MemoryMarshal.GetReference(chunk.Data);
        var decimalMarks = Vector128.Create(dialect.DecimalMark);
        var (at, column, ended) = (start, 0, false);
        for (; column < columns.Count && !ended; column++)
        {
            ref var field = ref Unsafe.Add(ref text, at);
            if (field == '"')
            {
                at = ReadQuoted(chunk, at, start, column, row, out ended);
                ends.StartAt(at);
                continue;
            }

            var end = ends.Next();
            if (columns.Plain(column) is not { } values || !Number.TryReadPlain(ref field, end - at, decimalMarks, out values[row]))
                columns.Read(chunk.Data[at..end], column, row);
            // a LF after a CR is skipped as a blank line
            at = end + 1;
            ended = Unsafe.Add(ref text, end) != dialect.Delimiter;
        }

        return column == columns.Count && ended ? at : throw TextFault.Ragged(chunk, start, dialect.Delimiter, columns.Count);
    }

    private int ReadQuoted(Chunk chunk, int at, int start, int column, int row, out bool ended)
    {
        var reader = new FieldReader(chunk.Data, dialect.Delimiter) { Position = at };
        columns.Read(reader.Next(), column, row);
        ended = reader.RecordEnded;
        return reader.QuoteLeftOpen ? throw TextFault.QuoteLeftOpen(chunk, start, names[column]) : reader.Position;
    }

    /// <summary>Whether a row has another number of fields than there are columns; then steps over it.</summary>
    private bool StepsOver(Chunk chunk, ref int at)
    {
        var shape = RecordShape.At(chunk.Data, at, dialect.Delimiter);
        if (shape.Fields == columns.Count && !shape.QuoteLeftOpen)
            return false;
        skipped!.Add(chunk.LineAt(at));
        at = shape.End;
        return true;
    }
}
