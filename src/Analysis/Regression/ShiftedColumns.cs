namespace RegressionAnalyzer.Analysis.Regression;

/// <summary>Room for a tile's columns less their origins, times the root of the weights; used again for every tile.</summary>
internal sealed class ShiftedColumns(int width)
{
    public double[][] High { get; } = [.. Enumerable.Range(0, width).Select(_ => new double[Tile.MaxRows])];

    /// <summary>What they have beyond the digits of a double.</summary>
    public double[][] Low { get; } = [.. Enumerable.Range(0, width).Select(_ => new double[Tile.MaxRows])];

    /// <summary>Whether they have.</summary>
    public bool[] HasLow { get; } = new bool[width];

    /// <summary>A power of two above each column's values.</summary>
    public double[] Bounds { get; } = new double[width];
}
