namespace RegressionAnalyzer.Analysis.Loading;

/// <summary>Turns pieces of the file into columns, one after the other in the same memory. For one thread.</summary>
internal sealed class BlockParser
{
    private readonly ColumnBuffers _columns;
    private readonly PlainRows _plain;
    private readonly AnyRows _any;
    private readonly List<long> _skipped = [];
    private int[] _starts = [];

    /// <param name="dialect">How fields are told apart.</param>
    /// <param name="names">The columns' names, in order.</param>
    /// <param name="kinds">How each is read.</param>
    /// <param name="unlabelled">Of the columns of labels those of which only is asked whether a value is there; may change meanwhile.</param>
    /// <param name="skipBadRows">Whether a row that does not fit is passed over and counted.</param>
    public BlockParser(Dialect dialect, IReadOnlyList<string> names, ColumnKind[] kinds, bool[] unlabelled, bool skipBadRows)
    {
        _columns = new ColumnBuffers(dialect, kinds, unlabelled);
        _plain = new PlainRows(dialect, _columns);
        _any = new AnyRows(dialect, names, _columns, skipBadRows ? _skipped : null);
    }

    /// <exception cref="TableFormatException">A row has more or fewer fields than there are columns, or a quote is never closed.</exception>
    public ParsedBlock Parse(Chunk chunk)
    {
        if (chunk.Facts.HasNul)
            throw TextFault.Nul(chunk.LineAt(chunk.Data.IndexOf((byte)0)));
        MakeRoom(chunk);
        var rows = ParseRows(chunk);
        return new ParsedBlock
        {
            Chunk = chunk,
            Rows = new RowBlock { Rows = rows, Numbers = _columns.Numbers, Codes = _columns.Codes, Missing = _columns.Missing },
            RowStarts = _starts,
            Labels = _columns.Labels,
            Misfits = _columns.Misfits,
            Missing = [.. _columns.Missing],
            Infinite = _columns.Infinite,
            SkippedLines = [.. _skipped],
        };
    }

    private int ParseRows(Chunk chunk)
    {
        var (at, row) = (0, 0);
        var plain = PlainRows.May(chunk.Facts, _columns.Count);
        while (at < chunk.Length)
        {
            var stop = chunk.Length;
            if (!plain || !_plain.TryRead(chunk.Data, ref at, _starts, ref row, out stop))
                _any.Read(chunk, ref at, stop, _starts, ref row);
        }

        return row;
    }

    /// <summary>
    /// Makes room for as many rows as there are lines; but a row has a delimiter or a line end for each column, and blank lines in a wide table are no
    /// rows: room for half a million lines of thousands of columns would be more memory than there is.
    /// </summary>
    private void MakeRoom(Chunk chunk)
    {
        var room = (int)Math.Min(chunk.Facts.Lines, chunk.Data.Length / _columns.Count + 1) + 1;
        if (_starts.Length < room)
        {
            room += room / 8;
            _starts = new int[room];
        }

        _columns.Reset(_starts.Length);
        _skipped.Clear();
    }
}
