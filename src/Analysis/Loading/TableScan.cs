using System.Text.Unicode;
using RegressionAnalyzer.Analysis.Regression;

namespace RegressionAnalyzer.Analysis.Loading;

/// <summary>One reading of the whole file, in which everything there is to know of its columns is gathered.</summary>
internal sealed class TableScan(TableFile file, TableStart start, ColumnReading[] readings, TableOptions options)
{
    /// <summary>Tables up to this size are kept as columns in memory; larger ones are read from the file again for each later pass.</summary>
    private const long KeptBytes = 96L << 20;

    private const int ShownRows = 20;

    private readonly ColumnKind[] _kinds = [.. readings.Select(reading => reading.Kind)];

    private readonly ColumnGatherer[] _columns =
        [.. start.Names.Select((name, index) => new ColumnGatherer(name, index, readings[index], start.Names, start.Dialect))];

    /// <summary>Columns with so many labels that numbering more of them is of no use.</summary>
    private readonly bool[] _unlabelled = new bool[readings.Length];

    private readonly int _distinctLimit = DistinctCounter.LimitFor(start.Names.Count);
    private readonly SampleBuilder _sample = new(start.Names.Count);
    private readonly ChunkReader _reader = new(start.Dialect.Delimiter);
    private readonly List<Scanner> _scanners = [];
    private readonly List<long> _firstRows = [];
    private readonly EarlyMoments? _early = options.Early?.Invoke(start, [.. readings.Select(reading => reading.Kind)]);
    private volatile List<RowBlock>? _kept = [];
    private long _keptBytes;
    private long _skipped;
    private long? _firstSkipped;

    public long Rows { get; private set; }

    /// <summary>What was gathered for a regression.</summary>
    public EarlyMoments? Early => _early;

    /// <summary>How each column has to be read; other than it was where not all values fit.</summary>
    public ColumnReading[] Readings => [.. _columns.Select(column => column.Reading)];

    /// <summary>Whether text that was taken as UTF-8 is none.</summary>
    public bool IsMisencoded { get; private set; }

    public IReadOnlyList<TableColumn> Columns(RowSample sample)
    {
        var columns = new TableColumn[_columns.Length];
        Parallel.ForEach(_columns, Cores.For(CancellationToken.None), column => columns[column.Index] = column.ToColumn(sample, Rows, DistinctOf, file.PlaceOf));
        return columns;
    }

    public IReadOnlyList<string> Warnings(IReadOnlyList<TableColumn> columns) =>
        [.. start.Warnings, .. SkippedWarning(), .. columns.Select(column => column.Stray).OfType<string>(), .. _columns.SelectMany(column => column.Warnings())];

    public RowSample Sample() => _sample.ToSample();

    public void Run(CancellationToken cancellationToken)
    {
        if (_early is not null && !options.Keep)
            _kept = null;
        using var stream = start.OpenRows(file);
        OrderedParallel.Run(_reader.Read(stream, start.FirstDataLine), NewScanner, Look, Join, cancellationToken);
    }

    public void Reduce<TWorker, TPart>(Func<TWorker> worker, Func<TWorker, RowBlock, TPart> map, Action<TPart> join, CancellationToken cancellationToken)
    {
        if (_kept is { } kept)
        {
            OrderedParallel.Run(kept, worker, map, join, cancellationToken);
            return;
        }

        using var stream = start.OpenRows(file);
        OrderedParallel.Run(
            _reader.Read(stream, start.FirstDataLine),
            () => (Parser: NewParser(), Worker: worker()),
            (own, chunk) => map(own.Worker, Reread(own.Parser, chunk)),
            join,
            cancellationToken);
    }

    private RowBlock Reread(BlockParser parser, Chunk chunk)
    {
        var parsed = parser.Parse(chunk);
        parsed.Rows.FirstRow = _firstRows[chunk.Number];
        foreach (var column in _columns)
            column.Renumber(parsed.Rows, parsed.Labels[column.Index]);
        _reader.Return(chunk);
        return parsed.Rows;
    }

    private BlockParser NewParser() => new(start.Dialect, start.Names, _kinds, _unlabelled, options.SkipBadRows);

    private IEnumerable<string> SkippedWarning()
    {
        if (_skipped > 0)
            yield return $"{_skipped} rows have another number of fields than the header's {start.Names.Count} and were passed over; the first is on line {_firstSkipped}.";
    }

    private Scanner NewScanner()
    {
        var scanner = new Scanner(NewParser(), [.. start.Names.Select(_ => new DistinctCounter(_distinctLimit))], _early?.NewTile());
        lock (_scanners)
            _scanners.Add(scanner);
        return scanner;
    }

    /// <summary>What the threads counted together.</summary>
    private long DistinctOf(int column)
    {
        var total = new DistinctCounter(_distinctLimit);
        foreach (var scanner in _scanners)
            total.Add(scanner.Distinct[column]);
        return total.Count;
    }

    private BlockPart Look(Scanner scanner, Chunk chunk)
    {
        var block = scanner.Parser.Parse(chunk);
        string[][] first = chunk.Number > 0
            ? []
            : [.. Enumerable.Range(0, Math.Min(ShownRows, block.Rows.Rows)).Select(row => block.FieldsOf(row, start.Dialect.Delimiter, start.Names.Count))];
        var part = new BlockPart(
            block.Rows.Rows, [.. _columns.Select(column => column.Look(block, scanner.Distinct))], block.SkippedLines,
            chunk.Facts.IsAscii || Utf8.IsValid(chunk.Data), first, _kept is null ? null : block.Rows.Copy(),
            _sample.Choose(chunk.Number, block.Rows), scanner.Tile is { } tile ? _early!.Sums.Look(tile, block.Rows) : null);
        _reader.Return(chunk);
        return part;
    }

    private void Join(BlockPart part)
    {
        IsMisencoded |= file.IsAssumedUtf8 && !part.IsValidUtf8;
        _skipped += part.SkippedLines.Length;
        _firstSkipped ??= part.SkippedLines.Length > 0 ? part.SkippedLines[0] : null;
        part.Kept?.FirstRow = Rows;
        foreach (var column in _columns)
        {
            column.Join(part.Columns[column.Index], Rows, part.Rows);
            _unlabelled[column.Index] = column.Overflowed;
            column.Renumber(part.Sampled.Block, part.Columns[column.Index].Labels);
            if (part.Kept is not null && _kept is not null)
                column.Renumber(part.Kept, part.Columns[column.Index].Labels);
            if (part.FirstRows.Length > 0)
                column.Show(part.FirstRows);
        }

        _sample.Add(part.Sampled, Rows);
        if (part.Moments is { } moments)
            _early!.Sums.Join(moments);
        _firstRows.Add(Rows);
        Rows += part.Rows;
        Keep(part.Kept);
    }

    private void Keep(RowBlock? block)
    {
        _keptBytes += block?.Bytes ?? 0;
        if (block is null || _keptBytes > KeptBytes)
            _kept = null;
        _kept?.Add(block!);
    }

    /// <summary>What one thread works with.</summary>
    private sealed record Scanner(BlockParser Parser, DistinctCounter[] Distinct, Tile? Tile);
}
