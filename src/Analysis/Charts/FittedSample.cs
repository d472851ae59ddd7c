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

    /// <summary>
    /// Draws the rows whose scrambled numbers are the smallest: even, the same for the same table, and whatever pieces it is read in.
    /// </summary>
    public static FittedSample Of(Table table, LeastSquaresFit fit, CancellationToken cancellationToken)
    {
        var drawn = new PriorityQueue<FittedPoint, ulong>(Comparer<ulong>.Create((left, right) => right.CompareTo(left)));
        var tile = new Tile(fit.Design);
        foreach (var block in table.Blocks(cancellationToken))
        {
            var next = 0;
            while (tile.Fill(block, ref next))
            {
                for (var i = 0; i < tile.Rows; i++)
                {
                    var row = block.FirstRow + tile.BlockRows[i];
                    var order = Scramble((ulong)row);
                    if (drawn.Count == Size && drawn.TryPeek(out _, out var largest) && order > largest)
                        continue;
                    drawn.Enqueue(new FittedPoint(row, tile[fit.Design.TargetAt][i], Predict(tile, i, fit.Weights)), order);
                    if (drawn.Count > Size)
                        drawn.Dequeue();
                }
            }
        }

        return new FittedSample([.. drawn.UnorderedItems.Select(item => item.Element).OrderBy(point => point.Row)], fit.Rows);
    }

    private static double Predict(Tile tile, int row, double[] weights)
    {
        var sum = 0.0;
        for (var column = 0; column < weights.Length - 1; column++)
            sum += weights[column] * tile[column][row];
        return sum;
    }

    /// <summary>A bijection of 64-bit numbers without pattern. Source: Steele, Lea and Flood, SplitMix64 (2014).</summary>
    private static ulong Scramble(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
