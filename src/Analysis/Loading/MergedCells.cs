using ExcelDataReader;

namespace RegressionAnalyzer.Analysis.Loading;

/// <summary>
/// A label that is written once beside several rows, in cells merged over them, belongs to each of these rows. Cells merged across columns hold the
/// value in the first column only: what is in another column is another thing. Asked for row by row.
/// </summary>
internal sealed class MergedCells
{
    private readonly Dictionary<(int Row, int Column), int> _lastRows = [];
    private readonly (string Text, int LastRow)[] _columns;

    public MergedCells(IEnumerable<CellRange> ranges, int columns)
    {
        foreach (var range in ranges.Where(static range => range.ToRow > range.FromRow))
            _lastRows.TryAdd((range.FromRow, range.FromColumn), range.ToRow);
        _columns = _lastRows.Count == 0 ? [] : [.. Enumerable.Repeat(("", -1), columns)];
    }

    /// <summary>Notes what stands in a cell, in case others below are merged with it.</summary>
    public void Note(int row, int column, string text)
    {
        if (_lastRows.TryGetValue((row, column), out var last))
            _columns[column] = (text, last);
    }

    /// <summary>What an empty cell holds that is merged with one above it; null where it is merged with none.</summary>
    public string? TextOf(int row, int column) => _columns.Length > 0 && row <= _columns[column].LastRow ? _columns[column].Text : null;
}
