using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace RegressionAnalyzer.Analysis.Importance;

/// <summary>
/// Finds the best question about a feature where a node has few rows, as most nodes have: every row's bin is a question, and what is left of all of
/// them is added up together, row by row. Nothing depends on a bin's value, so that no branch is guessed wrong.
/// </summary>
/// <param name="byRow">The bins of all rows, row by row.</param>
/// <param name="width">The bins of a row.</param>
internal sealed class FewRowsSearch(byte[] byRow, int width)
{
    /// <summary>As many as two vectors hold; for more rows <see cref="SplitSearch"/> is faster.</summary>
    public const int Most = 16;

    private readonly double[] _sums = new double[Most];
    private readonly double[] _times = new double[Most];
    private readonly double[] _bins = new double[Most];
    private readonly int[] _places = new int[Most];
    private int _count;

    /// <summary>Takes in the rows of a node.</summary>
    public void Gather(ReadOnlySpan<Drawn> rows)
    {
        _count = rows.Length;
        for (var at = 0; at < rows.Length; at++)
            (_sums[at], _times[at], _places[at]) = (rows[at].Sum, rows[at].Times, rows[at].Row * width);
    }

    /// <summary>The best question about a feature.</summary>
    /// <param name="sum">The targets' sum over all rows.</param>
    /// <param name="count">The rows.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Split Best(int feature, double sum, int count)
    {
        ref var sums = ref MemoryMarshal.GetArrayDataReference(_sums);
        ref var times = ref MemoryMarshal.GetArrayDataReference(_times);
        ref var bins = ref MemoryMarshal.GetArrayDataReference(_bins);
        var rows = _count;
        for (var at = 0; at < rows; at++)
            _bins[at] = byRow[_places[at] + feature];
        // a question that leaves nothing on the left is none
        _bins.AsSpan(rows).Fill(-1);
        var best = new BestQuestions(sum, count);
        var (low, high) = (Vector512.LoadUnsafe(ref bins), Vector512.LoadUnsafe(ref bins, Most / 2));
        var (lowSums, highSums) = (Vector512<double>.Zero, Vector512<double>.Zero);
        var (lowRows, highRows) = (Vector512<double>.Zero, Vector512<double>.Zero);
        for (var row = 0; row < rows; row++)
        {
            var (bin, add, more) = (Vector512.Create(Unsafe.Add(ref bins, row)), Vector512.Create(Unsafe.Add(ref sums, row)), Vector512.Create(Unsafe.Add(ref times, row)));
            var (inLow, inHigh) = (Vector512.LessThanOrEqual(bin, low), Vector512.LessThanOrEqual(bin, high));
            lowSums = Vector512.ConditionalSelect(inLow, lowSums + add, lowSums);
            lowRows = Vector512.ConditionalSelect(inLow, lowRows + more, lowRows);
            highSums = Vector512.ConditionalSelect(inHigh, highSums + add, highSums);
            highRows = Vector512.ConditionalSelect(inHigh, highRows + more, highRows);
        }

        best.Ask(lowSums, lowRows, low);
        best.Ask(highSums, highRows, high);
        return best.First(feature);
    }
}
