namespace RegressionAnalyzer.Analysis.Regression;

/// <summary>
/// The sums of products of all pairs of the design matrix's columns: everything least squares needs of the rows. Columns are shifted by a fixed
/// origin before they are multiplied.
/// </summary>
internal sealed class Moments(double[] origins)
{
    private readonly DoubleDouble[] _sums = new DoubleDouble[origins.Length * origins.Length];
    private readonly double[][] _shifted = [.. origins.Select(_ => new double[Tile.MaxRows])];

    public long Rows { get; private set; }

    public int Width => origins.Length;

    /// <summary>The sum over the rows of (x_i − origin_i)(x_j − origin_j), for i ≤ j.</summary>
    public DoubleDouble this[int i, int j] => i <= j ? _sums[i * origins.Length + j] : _sums[j * origins.Length + i];

    public double OriginOf(int column) => origins[column];

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
            var near = true;
            foreach (var value in tile[column])
                near &= value / first is >= 0.5 and <= 2;
            origins[column] = near ? first : 0;
        }

        return origins;
    }

    public void Add(Tile tile)
    {
        var rows = tile.Rows;
        for (var column = 0; column < origins.Length; column++)
        {
            var origin = origins[column];
            var values = tile[column];
            var shifted = _shifted[column];
            for (var row = 0; row < rows; row++)
                shifted[row] = values[row] - origin;
        }

        for (var i = 0; i < origins.Length; i++)
        {
            for (var j = i; j < origins.Length; j++)
                _sums[i * origins.Length + j] += CompensatedDot.Of(_shifted[i].AsSpan(0, rows), _shifted[j].AsSpan(0, rows));
        }

        Rows += rows;
    }

    public void Add(Moments other)
    {
        for (var i = 0; i < _sums.Length; i++)
            _sums[i] += other._sums[i];
        Rows += other.Rows;
    }
}
