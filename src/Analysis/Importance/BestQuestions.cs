using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace RegressionAnalyzer.Analysis.Importance;

/// <summary>The best questions so far of many about one feature, which are asked eight together: one in each of eight lanes.</summary>
/// <param name="sum">The targets' sum over all rows.</param>
/// <param name="count">The rows.</param>
internal struct BestQuestions(double sum, int count)
{
    private readonly Vector512<double> _mean = Vector512.Create(sum / count);
    private readonly Vector512<double> _count = Vector512.Create((double)count);
    private Vector512<double> _best = Vector512.Create(double.NegativeInfinity);
    private Vector512<double> _bins = Vector512.Create(-1.0);

    /// <param name="left">The targets' sum over the rows on the left of each question.</param>
    /// <param name="rows">These rows.</param>
    /// <param name="bins">The last bin on the left.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Ask(Vector512<double> left, Vector512<double> rows, Vector512<double> bins)
    {
        var others = _count - rows;
        var beyond = left - _mean * rows;
        var gain = beyond * beyond / (rows * others);
        var better = Vector512.GreaterThan(gain, _best) & Vector512.GreaterThanOrEqual(Vector512.MinNative(rows, others), Vector512.Create((double)SplitSearch.SmallestLeaf));
        _best = Vector512.ConditionalSelect(better, gain, _best);
        _bins = Vector512.ConditionalSelect(better, bins, _bins);
    }

    /// <summary>The best of all; of equal ones the first, as if they had been asked one by one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly Split First(int feature)
    {
        var gain = Largest(_best);
        if (double.IsNegativeInfinity(gain))
            return new Split(gain, -1, 0);
        var first = -Largest(Vector512.ConditionalSelect(Vector512.Equals(_best, Vector512.Create(gain)), -_bins, Vector512.Create(double.NegativeInfinity)));
        return new Split(gain * _count[0], feature, (int)first);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Largest(Vector512<double> values)
    {
        var half = Vector256.MaxNative(values.GetLower(), values.GetUpper());
        var quarter = Vector128.MaxNative(half.GetLower(), half.GetUpper());
        return Math.Max(quarter[0], quarter[1]);
    }
}
