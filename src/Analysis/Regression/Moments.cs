namespace RegressionAnalyzer.Analysis.Regression;

/// <summary>
/// The weighted sums of products of all pairs of the design matrix's columns: everything least squares needs of the rows. Columns are shifted by a
/// fixed origin before they are multiplied.
/// </summary>
internal sealed class Moments(double[] origins)
{
    private readonly DoubleDouble[] _sums = new DoubleDouble[origins.Length * origins.Length];
    private readonly double[][] _high = [.. origins.Select(_ => new double[Tile.MaxRows])];
    private readonly double[][] _low = [.. origins.Select(_ => new double[Tile.MaxRows])];
    private readonly bool[] _hasLow = new bool[origins.Length];

    public long Rows { get; private set; }

    /// <summary>The sum of the weights' logarithms, of which the likelihood is made.</summary>
    public double LogWeights { get; private set; }

    /// <summary>The sum of the weights.</summary>
    public DoubleDouble Total => _sums[0];

    /// <summary>The weighted sum over the rows of (x_i − origin_i)(x_j − origin_j).</summary>
    public DoubleDouble this[int i, int j] => i <= j ? _sums[i * origins.Length + j] : _sums[j * origins.Length + i];

    public double OriginOf(int column) => origins[column];

    /// <summary>A column's weighted mean.</summary>
    public DoubleDouble Mean(int column) => origins[column] + this[0, column] / Total;

    /// <summary>The weighted sum of products of two columns about their means.</summary>
    public DoubleDouble AboutMeans(int i, int j) => this[i, j] - this[0, i] * this[0, j] / Total;

    /// <summary>The weighted sum of products of two columns as they are.</summary>
    public DoubleDouble AboutZero(int i, int j)
    {
        DoubleDouble a = origins[i], b = origins[j];
        return this[i, j] + a * this[0, j] + b * this[0, i] + a * b * Total;
    }

    /// <summary>
    /// An origin for each column that all its values lie within a factor of two of, or 0. Within that factor the difference of two doubles is
    /// exact (Sterbenz 1974), so that shifting takes nothing from the data and spares the digits that a large level would cost.
    /// </summary>
    public static double[] OriginsFor(Tile tile, int width)
    {
        var origins = new double[width];
        for (var column = 1; column < width && tile.Rows > 0; column++)
        {
            var first = tile[column][0];
            var near = tile.IsPlain(column);
            foreach (var value in tile[column])
                near &= value / first is >= 0.5 and <= 2;
            origins[column] = near ? first : 0;
        }

        return origins;
    }

    public void Add(Tile tile, bool weighted)
    {
        var rows = tile.Rows;
        for (var column = 0; column < origins.Length; column++)
            Shift(tile, column, weighted);
        for (var i = 0; i < origins.Length; i++)
        {
            var high = _high[i].AsSpan(0, rows);
            for (var j = i; j < origins.Length; j++)
            {
                var sum = CompensatedDot.Of(high, _high[j].AsSpan(0, rows));
                if (_hasLow[j])
                    sum += CompensatedDot.Plain(high, _low[j].AsSpan(0, rows));
                if (_hasLow[i])
                    sum += CompensatedDot.Plain(_low[i].AsSpan(0, rows), _high[j].AsSpan(0, rows));
                _sums[i * origins.Length + j] += sum;
            }
        }

        Rows += rows;
    }

    public void Add(Moments other)
    {
        for (var i = 0; i < _sums.Length; i++)
            _sums[i] += other._sums[i];
        Rows += other.Rows;
        LogWeights += other.LogWeights;
    }

    /// <summary>Takes a column less its origin, times the root of the weight.</summary>
    private void Shift(Tile tile, int column, bool weighted)
    {
        var values = tile[column];
        var low = tile.Low(column);
        var origin = origins[column];
        var (high, rest) = (_high[column], _low[column]);
        _hasLow[column] = weighted || low.Length > 0;
        for (var row = 0; row < values.Length; row++)
            high[row] = values[row] - origin;
        if (!_hasLow[column])
            return;
        for (var row = 0; row < values.Length; row++)
        {
            rest[row] = low.Length > 0 ? low[row] : 0;
            if (weighted)
                (high[row], rest[row]) = new DoubleDouble(high[row], rest[row]) * DoubleDouble.Sqrt(tile.Weights[row]);
            if (weighted && column == 0)
                LogWeights += Math.Log(tile.Weights[row]);
        }
    }
}
