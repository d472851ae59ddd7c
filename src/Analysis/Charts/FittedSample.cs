using RegressionAnalyzer.Analysis.Loading;
using RegressionAnalyzer.Analysis.Regression;

namespace RegressionAnalyzer.Analysis.Charts;

/// <summary>One row of the table beside its prediction.</summary>
/// <param name="Row">The row of the table, counted from 0.</param>
/// <param name="Actual">The target's value.</param>
/// <param name="Predicted">What the fit says it should be.</param>
/// <param name="Term">The value of the term that the sample was taken for; 0 without one.</param>
internal readonly record struct FittedPoint(long Row, double Actual, double Predicted, double Term)
{
    public double Residual => Actual - Predicted;
}

/// <summary>Rows for charts: all of a small table, an even draw from a large one.</summary>
/// <param name="Points">The drawn rows in the table's order.</param>
/// <param name="Rows">The complete rows there are.</param>
internal sealed record FittedSample(IReadOnlyList<FittedPoint> Points, long Rows)
{
    /// <summary>More points hide each other.</summary>
    private const int Size = 2_000;

    /// <summary>How many rows are shown, in words.</summary>
    public string InWords => Points.Count < Rows
        ? FormattableString.Invariant($"{Points.Count:N0} rows drawn evenly from {Rows:N0}")
        : FormattableString.Invariant($"{Rows:N0} row{(Rows == 1 ? "" : "s")}");

    /// <param name="sample">The rows to take from.</param>
    /// <param name="fit">The fit that predicts.</param>
    /// <param name="term">The column of the design to keep beside the prediction.</param>
    public static FittedSample Of(RowSample sample, LeastSquaresFit fit, int? term)
    {
        var fitted = new FittedTile(fit);
        var (block, places) = Drawn(sample, fitted.Tile);
        var points = new List<FittedPoint>(places.Length);
        var next = 0;
        while (fitted.Fill(block, ref next))
        {
            for (var i = 0; i < fitted.Tile.Rows; i++)
            {
                var row = sample.RowNumbers[places[points.Count]];
                points.Add(new FittedPoint(row, fitted.Target[i], fitted.Predicted[i], term is { } at ? fitted.Tile[at][i] : 0));
            }
        }

        return new FittedSample(points, fit.Rows);
    }

    /// <summary>The complete rows, or as many of them as are shown, and their places in the sample.</summary>
    private static (RowBlock Rows, int[] Places) Drawn(RowSample sample, Tile tile)
    {
        var complete = new List<int>(sample.Block.Rows);
        var next = 0;
        while (tile.Fill(sample.Block, ref next))
            complete.AddRange(tile.BlockRows);
        var places = complete.ToArray();
        if (places.Length > Size)
        {
            // half as many again as are needed have lots below the bound, give or take a few: no more have to be sorted
            var bound = (ulong)(ulong.MaxValue * (1.5 * Size / places.Length));
            var low = Array.FindAll(places, place => LotOf(place) <= bound);
            if (low.Length >= Size)
                places = low;
            Array.Sort(Array.ConvertAll(places, LotOf), places);
            places = places[..Size];
            Array.Sort(places);
        }

        return (sample.Block.Pick(places, places.Length), places);

        ulong LotOf(int place) => Scramble.Of((ulong)sample.RowNumbers[place]);
    }
}
