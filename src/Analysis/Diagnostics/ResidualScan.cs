using RegressionAnalyzer.Analysis.Loading;
using RegressionAnalyzer.Analysis.Regression;

namespace RegressionAnalyzer.Analysis;

/// <summary>The second look at the rows, once the fit is known.</summary>
internal static class ResidualScan
{
    /// <returns>Null where the fit leaves no residuals to look at.</returns>
    public static ResidualSums? Of(Table table, LeastSquaresFit fit, StandardErrors errors, CancellationToken cancellationToken)
    {
        if (fit.DegreesOfFreedom <= 0 || fit.System.ResidualSquares.High <= 0)
            return null;
        var total = new ResidualSums(fit, errors);
        table.Reduce(
            () => new ResidualTile(fit),
            (tile, block) =>
            {
                var sums = new ResidualSums(fit, errors);
                var next = 0;
                while (tile.Fill(block, ref next))
                    sums.Add(tile, block.FirstRow);

                return sums;
            },
            total.Add,
            cancellationToken);
        return total;
    }
}
