namespace RegressionAnalyzer.Analysis.Importance;

/// <summary>The squared errors of a forest on rows it has not seen, as they are and with each feature shuffled.</summary>
/// <param name="Whole">Of the rows as they are.</param>
/// <param name="Shuffled">For each feature and shuffle.</param>
internal sealed record SquaredErrors(double Whole, double[,] Shuffled);

/// <summary>
/// Predicts every row with every shuffled feature, without asking a tree again what it has answered: a shuffle changes a row's path only at nodes
/// that ask for the feature, so the path is followed once, and a shuffle takes a way of its own only from the node on where it leaves that path.
/// </summary>
internal sealed class ShuffleErrors(Forest forest, BinnedRows rows, int[][] shuffles)
{
    public const int ShuffleCount = 10;

    /// <summary>Rows are taken a few at a time, in pieces that do not depend on the number of threads; sums are joined in the order of the pieces.</summary>
    private readonly int _piece = rows.Features > 500 ? 8 : 64;

    public SquaredErrors Measure(CancellationToken cancellationToken)
    {
        var pieces = (rows.Count + _piece - 1) / _piece;
        var found = new SquaredErrors[pieces];
        Parallel.For(
            0,
            pieces,
            Cores.For(cancellationToken),
            () => new ShuffleWalker(forest, rows, shuffles, _piece),
            (piece, _, walker) =>
            {
                found[piece] = walker.Measure(piece * _piece, Math.Min(rows.Count, (piece + 1) * _piece));
                return walker;
            },
            _ => { });
        var whole = 0.0;
        var shuffled = new double[rows.Features, ShuffleCount];
        foreach (var errors in found)
        {
            whole += errors.Whole;
            for (var feature = 0; feature < rows.Features; feature++)
            {
                for (var shuffle = 0; shuffle < ShuffleCount; shuffle++)
                    shuffled[feature, shuffle] += errors.Shuffled[feature, shuffle];
            }
        }

        return new SquaredErrors(whole, shuffled);
    }
}
