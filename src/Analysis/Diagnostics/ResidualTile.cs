using System.Numerics.Tensors;
using RegressionAnalyzer.Analysis.Regression;

namespace RegressionAnalyzer.Analysis;

/// <summary>Predictions, residuals and leverages of the rows of a tile.</summary>
internal sealed class ResidualTile
{
    private readonly LeastSquaresFit _fit;
    private readonly double[] _centers;
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
        _centers = [.. system.Kept.Select(column => system.Intercept ? (double)system.Moments.Mean(column) : 0)];
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
        predicted.Fill(_fit.Weights[0]);
        for (var k = 0; k < _centered.Length; k++)
        {
            var values = Tile[system.Kept[k]];
            TensorPrimitives.MultiplyAdd(values, _fit.Weights[system.Kept[k]], predicted, predicted);
            TensorPrimitives.Subtract(values, _centers[k], _centered[k]);
        }

        TensorPrimitives.Subtract(Tile[_fit.Design.TargetAt], predicted, _residuals);
        Leverage(rows);
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
