using System.Numerics.Tensors;
using RegressionAnalyzer.Analysis.Loading;
using RegressionAnalyzer.Analysis.Regression;

namespace RegressionAnalyzer.Analysis;

/// <summary>The rows of a tile with their residuals and leverages.</summary>
internal sealed class ResidualTile(LeastSquaresFit fit)
{
    private readonly double[,] _whitening = fit.System.Whitening();
    private readonly double[] _leverages = new double[Tile.MaxRows];
    private readonly double[] _scratch = new double[Tile.MaxRows];

    public FittedTile Fitted { get; } = new(fit);

    public Tile Tile => Fitted.Tile;

    public ReadOnlySpan<double> Leverages => _leverages.AsSpan(0, Tile.Rows);

    /// <summary>Takes the next rows, as <see cref="Tile.Fill"/> does.</summary>
    public bool Fill(RowBlock block, ref int next)
    {
        if (!Fitted.Fill(block, ref next))
            return false;
        Leverage(Tile.Rows);
        return true;
    }

    /// <summary>w (1/Σw + |W(x − x̄)|²), where WᵀW is the inverse of the sums of squares and products about the means.</summary>
    private void Leverage(int rows)
    {
        var leverages = _leverages.AsSpan(0, rows);
        leverages.Fill(fit.System.Intercept ? 1 / fit.System.Moments.Total.High : 0);
        var scratch = _scratch.AsSpan(0, rows);
        for (var k = 0; k < fit.System.Kept.Count; k++)
        {
            scratch.Clear();
            for (var j = 0; j <= k; j++)
                TensorPrimitives.MultiplyAdd(Fitted.Centered(j), _whitening[k, j], scratch, scratch);
            TensorPrimitives.MultiplyAdd(scratch, scratch, leverages, leverages);
        }

        TensorPrimitives.Multiply(leverages, Tile.Weights, leverages);
    }
}
