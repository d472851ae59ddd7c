using System.Numerics.Tensors;
using RegressionAnalyzer.Analysis.Regression;

namespace RegressionAnalyzer.Analysis;

/// <summary>
/// Predictions, residuals and leverages of the rows of a tile. They are found from the columns less their means, and where all values of a column are near
/// one another less their origin first, which is exact: what a large level would cost is spared, as in the sums (<see cref="Moments.OriginsFor"/>).
/// </summary>
internal sealed class ResidualTile
{
    private readonly LeastSquaresFit _fit;
    private readonly double[] _slopes;
    private readonly (double Origin, double Beyond)[] _centers;
    private readonly (double Origin, double Beyond) _level;
    private readonly double[,] _whitening;
    private readonly double[][] _centered;
    private readonly double[] _predicted = new double[Tile.MaxRows];
    private readonly double[] _residuals = new double[Tile.MaxRows];
    private readonly double[] _leverages = new double[Tile.MaxRows];
    private readonly double[] _scratch = new double[Tile.MaxRows];

    public ResidualTile(LeastSquaresFit fit)
    {
        _fit = fit;
        var system = fit.System;
        _slopes = [.. system.Kept.Select(column => fit.Weights[column])];
        _centers = [.. system.Kept.Select(Center)];
        _level = Center(fit.Design.TargetAt);
        _whitening = system.Whitening();
        _centered = [.. system.Kept.Select(_ => new double[Tile.MaxRows])];
        Tile = new Tile(fit.Design);
    }

    public Tile Tile { get; }

    public ReadOnlySpan<double> Predicted => _predicted.AsSpan(0, Tile.Rows);

    public ReadOnlySpan<double> Residuals => _residuals.AsSpan(0, Tile.Rows);

    public ReadOnlySpan<double> Leverages => _leverages.AsSpan(0, Tile.Rows);

    /// <summary>A kept column less its mean; as it is where there is no intercept.</summary>
    public ReadOnlySpan<double> Centered(int kept) => _centered[kept].AsSpan(0, Tile.Rows);

    /// <summary>To be called when the tile has been filled.</summary>
    public void Compute()
    {
        var rows = Tile.Rows;
        var system = _fit.System;
        var predicted = _predicted.AsSpan(0, rows);
        predicted.Fill(_level.Beyond);
        for (var k = 0; k < _centered.Length; k++)
        {
            var centered = _centered[k].AsSpan(0, rows);
            Subtract(Tile[system.Kept[k]], _centers[k], centered);
            TensorPrimitives.MultiplyAdd(centered, _slopes[k], predicted, predicted);
        }

        var residuals = _residuals.AsSpan(0, rows);
        if (_level.Origin == 0)
        {
            TensorPrimitives.Subtract(Tile[_fit.Design.TargetAt], predicted, residuals);
        }
        else
        {
            TensorPrimitives.Subtract(Tile[_fit.Design.TargetAt], _level.Origin, residuals);
            TensorPrimitives.Subtract(residuals, predicted, residuals);
            TensorPrimitives.Add(predicted, _level.Origin, predicted);
        }

        Leverage(rows);
    }

    /// <summary>A column's mean as its origin and what the mean is beyond that; zeros where there is no intercept.</summary>
    private (double Origin, double Beyond) Center(int column)
    {
        var moments = _fit.System.Moments;
        return _fit.System.Intercept ? (moments.OriginOf(column), (double)(moments.Mean(column) - moments.OriginOf(column))) : default;
    }

    private static void Subtract(ReadOnlySpan<double> values, (double Origin, double Beyond) center, Span<double> centered)
    {
        if (center.Origin != 0)
        {
            TensorPrimitives.Subtract(values, center.Origin, centered);
            values = centered;
        }

        TensorPrimitives.Subtract(values, center.Beyond, centered);
    }

    /// <summary>w (1/Σw + |W(x − x̄)|²), where WᵀW is the inverse of the sums of squares and products about the means.</summary>
    private void Leverage(int rows)
    {
        var leverages = _leverages.AsSpan(0, rows);
        leverages.Fill(_fit.System.Intercept ? 1 / _fit.System.Moments.Total.High : 0);
        var scratch = _scratch.AsSpan(0, rows);
        for (var k = 0; k < _centered.Length; k++)
        {
            scratch.Clear();
            for (var j = 0; j <= k; j++)
                TensorPrimitives.MultiplyAdd(Centered(j), _whitening[k, j], scratch, scratch);
            TensorPrimitives.MultiplyAdd(scratch, scratch, leverages, leverages);
        }

        TensorPrimitives.Multiply(leverages, Tile.Weights, leverages);
    }
}
