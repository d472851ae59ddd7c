namespace RegressionAnalyzer.Analysis.Loading;

/// <summary>Rows drawn evenly from a table: all of a small one. In the table's order.</summary>
/// <param name="Block">The rows; their places in the table are in <paramref name="RowNumbers"/>.</param>
/// <param name="RowNumbers">The row of the table, counted from 0, of each.</param>
internal sealed record RowSample(RowBlock Block, long[] RowNumbers)
{
    /// <summary>A table of up to this many rows is in the sample whole; of a larger one there are at least half as many.</summary>
    public const int MaxRows = 50_000;

    /// <summary>A wide table is sampled less.</summary>
    private const long MaxValues = 8_000_000;

    public static int RowsFor(int columns) => (int)Math.Clamp(MaxValues / Math.Max(columns, 1), 500, MaxRows);
}
