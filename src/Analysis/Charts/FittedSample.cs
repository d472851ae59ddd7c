using RegressionAnalyzer.Analysis.Loading;
using RegressionAnalyzer.Analysis.Regression;

namespace RegressionAnalyzer.Analysis.Charts;

/// <summary>One row of the table beside its prediction.</summary>
internal readonly record struct FittedPoint(long Row, double Actual, double Predicted);

/// <summary>Rows for charts: all of a small table, an even draw from a large one.</summary>
/// <param name="Points">The drawn rows in the table's order.</param>
/// <param name="Rows">The complete rows there are.</param>
internal sealed record FittedSample(IReadOnlyList<FittedPoint> Points, long Rows)
{
    private const int Size = 2_000;

    public static FittedSample Of(RowSample sample, LeastSquaresFit fit)
    {
        var points = new List<FittedPoint>();
        var tile = new Tile(fit.Design);
        var next = 0;
        while (tile.Fill(sample.Block, ref next))
        {
            for (var i = 0; i < tile.Rows; i++)
                points.Add(new(sample.RowNumbers[tile.BlockRows[i]], tile[fit.Design.TargetAt][i], fit.Predict(tile, i)));
        }

        var drawn = points.OrderBy(point => Scramble.Of((ulong)point.Row)).Take(Size).OrderBy(point => point.Row);
        return new FittedSample([.. drawn], fit.Rows);
    }
}
