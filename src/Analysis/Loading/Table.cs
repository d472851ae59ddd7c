namespace RegressionAnalyzer.Analysis.Loading;

/// <summary>A table whose columns are known and whose rows can be gone through, block by block, as often as needed.</summary>
internal sealed class Table
{
    private readonly TableScan _scan;

    private Table(TableScan scan) => _scan = scan;

    public long Rows => _scan.Rows;

    public IReadOnlyList<TableColumn> Columns => field ??= _scan.Columns();

    public IReadOnlyList<string> Warnings => _scan.Warnings;

    /// <summary>Reads a table to its end.</summary>
    /// <exception cref="TableFormatException">It is none, or a row does not fit.</exception>
    public static Table Open(string path, string fileName, CancellationToken cancellationToken)
    {
        var file = new TableFile(path, fileName);
        var start = TableStart.Read(file);
        var numeric = NumericColumns.Guess(start);
        while (true)
        {
            var scan = new TableScan(file, start, numeric);
            scan.Run(cancellationToken);
            if (!scan.Misfits.Any(misfit => misfit))
                return new Table(scan);
            // a text far down makes the whole column text: its first values have to be read again, as labels
            numeric = [.. numeric.Zip(scan.Misfits, (isNumeric, misfit) => isNumeric && !misfit)];
        }
    }

    /// <summary>Goes through the rows in order.</summary>
    public IEnumerable<RowBlock> Blocks(CancellationToken cancellationToken) => _scan.Blocks(cancellationToken);

    public TableColumn Column(string name) =>
        Columns.FirstOrDefault(column => column.Name == name) ?? throw new UnknownColumnException(name, [.. Columns.Select(column => column.Name)]);
}
