namespace RegressionAnalyzer.Analysis.Regression;

/// <summary>
/// The weighted sums of products of all pairs of the design matrix's columns: everything least squares needs of the rows. Columns are shifted by a
/// fixed origin before they are multiplied.
/// </summary>
internal sealed class Moments(double[] origins)
{
    private readonly DoubleDouble[] _sums = new DoubleDouble[origins.Length * (origins.Length + 1) / 2];

    public long Rows { get; private set; }

    /// <summary>The sum of the weights' logarithms, of which the likelihood is made.</summary>
    public double LogWeights { get; private set; }

    /// <summary>The sum of the weights.</summary>
    public DoubleDouble Total => _sums[0];

    /// <summary>The weighted sum over the rows of (x_i − origin_i)(x_j − origin_j).</summary>
    public DoubleDouble this[int i, int j] => _sums[i <= j ? PairOf(i, j) : PairOf(j, i)];

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

    public void Add(BlockMoments block)
    {
        for (var pair = 0; pair < _sums.Length; pair++)
            _sums[pair] += block.Sums[pair];
        Rows += block.Rows;
        LogWeights += block.LogWeights;
    }

    /// <summary>The number of a pair of columns, i ≤ j.</summary>
    private static int PairOf(int i, int j) => j * (j + 1) / 2 + i;
}
