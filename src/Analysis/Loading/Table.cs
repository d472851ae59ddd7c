using RegressionAnalyzer.Analysis.Regression;

namespace RegressionAnalyzer.Analysis.Loading;

/// <summary>A table whose columns are known and whose rows can be gone through, block by block, as often as needed.</summary>
internal sealed class Table
{
    private readonly TableScan _scan;

    private Table(TableScan scan) => _scan = scan;

    public long Rows => _scan.Rows;

    public IReadOnlyList<TableColumn> Columns => field ??= _scan.Columns(Sample);

    public IReadOnlyList<string> Warnings => field ??= _scan.Warnings(Columns);

    /// <summary>Rows drawn evenly; all of a small table.</summary>
    public RowSample Sample => field ??= _scan.Sample();

    /// <summary>What was gathered for a regression while it was read.</summary>
    public EarlyMoments? Early => _scan.Early;

    /// <summary>Whether the file has its columns where rows are wont to be.</summary>
    public bool IsTransposed { get; private init; }

    /// <summary>Why it was turned, or not.</summary>
    public string TransposeDecision { get; private set; } = "";

    /// <summary>Reads a table to its end.</summary>
    /// <exception cref="TableFormatException">It is none, or a row does not fit.</exception>
    public static Table Open(string path, string fileName, TableOptions options, CancellationToken cancellationToken)
    {
        var (scan, file, start) = Scan(new TableFile(path, fileName), options, cancellationToken);
        var table = new Table(scan);
        (var turn, table.TransposeDecision) = Transposition.Decide(table, options);
        if (!turn)
            return table;
        var turned = Transposition.Turn(Transposition.Records(file, start, scan.Rows));
        return new Table(Scan(file.Turned(turned), options, cancellationToken).Scan) { IsTransposed = true, TransposeDecision = table.TransposeDecision };
    }

    private static (TableScan Scan, TableFile File, TableStart Start) Scan(TableFile file, TableOptions options, CancellationToken cancellationToken)
    {
        var start = TableStart.Read(file);
        var readings = ColumnKinds.Guess(start);
        while (true)
        {
            var scan = new TableScan(file, start, readings, options);
            scan.Run(cancellationToken);
            if (scan.IsMisencoded || (file.IsAssumedUtf8 && !start.IsValidUtf8))
            {
                file = file.AsWindows1252();
                start = TableStart.Read(file);
                readings = ColumnKinds.Guess(start);
                continue;
            }

            // a text far down makes the whole column text: its first values have to be read again, as labels
            var needed = scan.Readings;
            if (needed.SequenceEqual(readings))
                return scan.Rows > 0 ? (scan, file, start) : throw file.NoTable("has column names but no rows of values that fit them.", 1);
            readings = needed;
        }
    }

    /// <summary>Goes through all rows, on every core, and joins what is found in the rows' order.</summary>
    /// <param name="worker">Makes what a thread works with, once for each.</param>
    /// <param name="map">What to find in a block. The block's memory is used again afterwards.</param>
    /// <param name="join">Takes in what was found, one at a time and in order.</param>
    public void Reduce<TWorker, TPart>(Func<TWorker> worker, Func<TWorker, RowBlock, TPart> map, Action<TPart> join, CancellationToken cancellationToken) =>
        _scan.Reduce(worker, map, join, cancellationToken);

    public TableColumn Column(string name) =>
        Columns.FirstOrDefault(column => column.Name == name) ?? throw new UnknownColumnException(name, [.. Columns.Select(column => column.Name)]);
}
