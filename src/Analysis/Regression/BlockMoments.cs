using RegressionAnalyzer.Analysis.Loading;

namespace RegressionAnalyzer.Analysis.Regression;

/// <summary>The part of the <see cref="Moments"/> that comes from one block. Pairs of columns i ≤ j are numbered j(j + 1)/2 + i.</summary>
internal sealed class BlockMoments(double[] origins, bool weighted)
{
    public CompensatedDot Sums { get; } = new(origins.Length * (origins.Length + 1) / 2);

    public long Rows { get; private set; }

    public double LogWeights { get; private set; }

    /// <param name="tile">Room for some of the rows.</param>
    /// <param name="block">The rows; those that are complete count.</param>
    public void Add(Tile tile, RowBlock block)
    {
        var next = 0;
        while (tile.Fill(block, ref next))
            Add(tile);
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        Sums.Clear();
        (Rows, LogWeights) = (0, 0);
    }

    private void Add(Tile tile)
    {
        for (var column = 0; column < origins.Length; column++)
            Shift(tile, column);
        // powers and logarithms make problems so hard that every digit of a sum counts
        if (tile.Shifted.HasLow.Contains(true))
            AddComputed(tile);
        else
            AddPlain(tile);
        Rows += tile.Rows;
    }

    private void AddPlain(Tile tile)
    {
        var bounds = tile.Shifted.Bounds;
        for (var column = 0; column < origins.Length; column++)
            bounds[column] = CompensatedDot.BoundOf(Column(tile, column));
        var pair = 0;
        for (var j = 0; j < origins.Length; j++)
        {
            var right = Column(tile, j);
            for (var i = 0; i <= j; i++, pair++)
                Sums.AddBounded(pair, Column(tile, i), right, bounds[i] * bounds[j]);
        }
    }

    private void AddComputed(Tile tile)
    {
        var (low, hasLow) = (tile.Shifted.Low, tile.Shifted.HasLow);
        var pair = 0;
        for (var j = 0; j < origins.Length; j++)
        {
            var right = Column(tile, j);
            for (var i = 0; i <= j; i++, pair++)
            {
                var left = Column(tile, i);
                Sums.Add(pair, left, right);
                if (hasLow[j])
                    Sums.AddSmall(pair, left, low[j].AsSpan(0, tile.Rows));
                if (hasLow[i])
                    Sums.AddSmall(pair, low[i].AsSpan(0, tile.Rows), right);
            }
        }
    }

    private ReadOnlySpan<double> Column(Tile tile, int column) =>
        IsUntouched(column) ? tile[column] : tile.Shifted.High[column].AsSpan(0, tile.Rows);

    private bool IsUntouched(int column) => origins[column] == 0 && !weighted;

    /// <summary>Takes a column less its origin, times the root of the weight.</summary>
    private void Shift(Tile tile, int column)
    {
        var low = tile.Low(column);
        var (high, rest) = (tile.Shifted.High[column], tile.Shifted.Low[column]);
        tile.Shifted.HasLow[column] = weighted || low.Length > 0;
        low.CopyTo(rest);
        if (IsUntouched(column))
            return;
        var values = tile[column];
        for (var row = 0; row < values.Length; row++)
            high[row] = values[row] - origins[column];
        for (var row = 0; weighted && row < values.Length; row++)
        {
            var weight = tile.Weights[row];
            (high[row], rest[row]) = new DoubleDouble(high[row], low.Length > 0 ? low[row] : 0) * DoubleDouble.Sqrt(weight);
            if (column == 0)
                LogWeights += Math.Log(weight);
        }
    }
}
