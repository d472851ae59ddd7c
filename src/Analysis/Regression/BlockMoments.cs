namespace RegressionAnalyzer.Analysis.Regression;

/// <summary>The part of the <see cref="Moments"/> that comes from one block. Pairs of columns i ≤ j are numbered j(j + 1)/2 + i.</summary>
internal sealed class BlockMoments(double[] origins, bool weighted)
{
    private readonly double[][] _high = [.. origins.Select(_ => new double[Tile.MaxRows])];
    private readonly double[][] _low = [.. origins.Select(_ => new double[Tile.MaxRows])];
    private readonly bool[] _hasLow = new bool[origins.Length];
    private readonly double[] _bounds = new double[origins.Length];

    public CompensatedDot Sums { get; } = new(origins.Length * (origins.Length + 1) / 2);

    public long Rows { get; private set; }

    public double LogWeights { get; private set; }

    public void Add(Tile tile)
    {
        for (var column = 0; column < origins.Length; column++)
            Shift(tile, column);
        // powers and logarithms make problems so hard that every digit of a sum counts
        if (_hasLow.Contains(true))
            AddComputed(tile);
        else
            AddPlain(tile);
        Rows += tile.Rows;
    }

    private void AddPlain(Tile tile)
    {
        for (var column = 0; column < origins.Length; column++)
            _bounds[column] = CompensatedDot.BoundOf(Column(tile, column));
        var pair = 0;
        for (var j = 0; j < origins.Length; j++)
        {
            var right = Column(tile, j);
            for (var i = 0; i <= j; i++, pair++)
                Sums.AddBounded(pair, Column(tile, i), right, _bounds[i] * _bounds[j]);
        }
    }

    private void AddComputed(Tile tile)
    {
        var pair = 0;
        for (var j = 0; j < origins.Length; j++)
        {
            var right = Column(tile, j);
            for (var i = 0; i <= j; i++, pair++)
            {
                var left = Column(tile, i);
                Sums.Add(pair, left, right);
                if (_hasLow[j])
                    Sums.AddSmall(pair, left, _low[j].AsSpan(0, tile.Rows));
                if (_hasLow[i])
                    Sums.AddSmall(pair, _low[i].AsSpan(0, tile.Rows), right);
            }
        }
    }

    private ReadOnlySpan<double> Column(Tile tile, int column) =>
        IsUntouched(column) ? tile[column] : _high[column].AsSpan(0, tile.Rows);

    private bool IsUntouched(int column) => origins[column] == 0 && !weighted;

    /// <summary>Takes a column less its origin, times the root of the weight.</summary>
    private void Shift(Tile tile, int column)
    {
        var low = tile.Low(column);
        _hasLow[column] = weighted || low.Length > 0;
        low.CopyTo(_low[column]);
        if (IsUntouched(column))
            return;
        var values = tile[column];
        var (high, rest) = (_high[column], _low[column]);
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
