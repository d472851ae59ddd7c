namespace RegressionAnalyzer.Analysis.Loading;

/// <summary>One reading of the whole file, in which everything there is to know of its columns is gathered.</summary>
internal sealed class TableScan(TableFile file, TableStart start, bool[] numeric)
{
    /// <summary>Tables up to this size are kept as columns in memory; larger ones are read from the file again for each later pass.</summary>
    private const long KeptBytes = 96L << 20;

    private readonly BlockParser _parser = new(start.Dialect, start.Names, numeric);
    private readonly ColumnGatherer[] _gatherers =
        [.. start.Names.Select((name, index) => new ColumnGatherer(name, index, numeric[index], start.Names, start.Dialect.Delimiter))];

    private List<RowBlock>? _kept = [];
    private long _keptBytes;

    public long Rows { get; private set; }

    /// <summary>Columns read as numbers that have a value which is none.</summary>
    public bool[] Misfits { get; } = new bool[start.Names.Count];

    public IReadOnlyList<string> Warnings => [.. start.Warnings, .. _gatherers.SelectMany(gatherer => gatherer.Warnings())];

    public IReadOnlyList<TableColumn> Columns() => [.. _gatherers.Select(gatherer => gatherer.ToColumn())];

    public void Run(CancellationToken cancellationToken)
    {
        foreach (var block in Parsed(cancellationToken))
        {
            for (var column = 0; column < _gatherers.Length; column++)
            {
                Misfits[column] |= block.Misfit[column];
                _gatherers[column].Add(block);
            }

            Rows += block.Rows.Rows;
            Keep(block.Rows);
        }
    }

    public IEnumerable<RowBlock> Blocks(CancellationToken cancellationToken)
    {
        if (_kept is not null)
            return _kept;
        return Parsed(cancellationToken).Select(block =>
        {
            foreach (var gatherer in _gatherers)
                gatherer.Renumber(block);
            return block.Rows;
        });
    }

    private IEnumerable<ParsedBlock> Parsed(CancellationToken cancellationToken)
    {
        using var stream = file.Open();
        stream.Seek(start.DataStart, SeekOrigin.Current);
        var firstRow = 0L;
        foreach (var chunk in ChunkReader.Read(stream, start.Dialect.Delimiter, start.FirstDataLine))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var block = _parser.Parse(chunk);
            block.Rows.FirstRow = firstRow;
            firstRow += block.Rows.Rows;
            yield return block;
        }
    }

    private void Keep(RowBlock block)
    {
        _keptBytes += block.Bytes;
        if (_keptBytes > KeptBytes)
            _kept = null;
        _kept?.Add(block);
    }
}
