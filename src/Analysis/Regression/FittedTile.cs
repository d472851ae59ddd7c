using System.Numerics.Tensors;
using RegressionAnalyzer.Analysis.Loading;

namespace RegressionAnalyzer.Analysis.Regression;

/// <summary>
/// Predictions and residuals of the rows of a tile. They are found from the columns less their means, and where all values of a column are near one another
/// less their origin first, which is exact: what a large level would cost is spared, as in the sums (<see cref="Moments.OriginsFor"/>).
/// </summary>
internal sealed class FittedTile
{
    private readonly int _target;
    private readonly int[] _kept;
    private readonly double[] _slopes;
    private readonly (double Origin, double Beyond)[] _centers;
    private readonly (double Origin, double Beyond) _level;
    private readonly double[][] _centered;
    private readonly double[] _predicted = new double[Tile.MaxRows];
    private readonly double[] _residuals = new double[Tile.MaxRows];

    public FittedTile(LeastSquaresFit fit)
    {
        _target = fit.Design.TargetAt;
        _kept = [.. fit.System.Kept];
        _slopes = [.. _kept.Select(column => fit.Weights[column])];
        _centers = [.. _kept.Select(column => Center(fit.System, column))];
        _level = Center(fit.System, _target);
        _centered = [.. _kept.Select(_ => new double[Tile.MaxRows])];
        Tile = new Tile(fit.Design);
    }

    public Tile Tile { get; }

    public ReadOnlySpan<double> Target => Tile[_target];

    public ReadOnlySpan<double> Predicted => _predicted.AsSpan(0, Tile.Rows);

    public ReadOnlySpan<double> Residuals => _residuals.AsSpan(0, Tile.Rows);

    /// <summary>A kept column less its mean; as it is where there is no intercept.</summary>
    public ReadOnlySpan<double> Centered(int kept) => _centered[kept].AsSpan(0, Tile.Rows);

    /// <summary>Takes the next rows, as <see cref="Tile.Fill"/> does.</summary>
    public bool Fill(RowBlock block, ref int next)
    {
        if (!Tile.Fill(block, ref next))
            return false;
        var predicted = _predicted.AsSpan(0, Tile.Rows);
        var residuals = _residuals.AsSpan(0, Tile.Rows);
        predicted.Fill(_level.Beyond);
        for (var k = 0; k < _kept.Length; k++)
        {
            var centered = _centered[k].AsSpan(0, Tile.Rows);
            Subtract(Tile[_kept[k]], _centers[k].Origin, centered);
            TensorPrimitives.Subtract(centered, _centers[k].Beyond, centered);
            TensorPrimitives.MultiplyAdd(centered, _slopes[k], predicted, predicted);
        }

        Subtract(Target, _level.Origin, residuals);
        TensorPrimitives.Subtract(residuals, predicted, residuals);
        TensorPrimitives.Add(predicted, _level.Origin, predicted);
        return true;
    }

    /// <summary>A column's mean as its origin and what the mean is beyond that; zeros where there is no intercept.</summary>
    private static (double Origin, double Beyond) Center(NormalEquations system, int column) => system.Intercept
        ? (system.Moments.OriginOf(column), (double)(system.Moments.Mean(column) - system.Moments.OriginOf(column)))
        : default;

    private static void Subtract(ReadOnlySpan<double> values, double origin, Span<double> less)
    {
        if (origin == 0)
            values.CopyTo(less);
        else
            TensorPrimitives.Subtract(values, origin, less);
    }
}
