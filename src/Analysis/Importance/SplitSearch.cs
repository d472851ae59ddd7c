using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace RegressionAnalyzer.Analysis.Importance;

/// <summary>Finds the best question about a feature. A few features are looked at together: adding to a bin waits for the last addition to it.</summary>
/// <param name="byRow">The bins of all rows, row by row.</param>
/// <param name="width">The bins of a row.</param>
internal sealed class SplitSearch(byte[] byRow, int width)
{
    /// <summary>A leaf of fewer drawn rows learns its rows by heart. Breiman's own program and R's randomForest stop there too.</summary>
    public const int SmallestLeaf = 5;

    public const int Together = 4;

    private const int Words = FeatureBins.Most / 64;

    /// <summary>For each feature and bin the targets' sum and the number of rows.</summary>
    private readonly Vector128<double>[] _sums = new Vector128<double>[Together * FeatureBins.Most];

    /// <summary>For each feature the bins that occur, as bits.</summary>
    private readonly ulong[] _occurring = new ulong[Together * Words];

    // what is left of each question, one place for each bin that occurs, and room for the last vector
    private readonly double[] _leftSums = new double[FeatureBins.Most + Vector512<double>.Count];
    private readonly double[] _leftRows = new double[FeatureBins.Most + Vector512<double>.Count];
    private readonly double[] _bins = new double[FeatureBins.Most + Vector512<double>.Count];

    /// <summary>Takes in the rows of a node.</summary>
    /// <param name="features">As many as are looked at together.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Gather(ReadOnlySpan<Drawn> rows, ReadOnlySpan<int> features)
    {
        // where rows are many nearly all bins occur, and the others do no harm
        var few = rows.Length < FeatureBins.Most;
        Array.Fill(_occurring, few ? 0 : ulong.MaxValue);
        ref var first = ref MemoryMarshal.GetArrayDataReference(_sums);
        ref var second = ref Unsafe.Add(ref first, FeatureBins.Most);
        ref var third = ref Unsafe.Add(ref first, 2 * FeatureBins.Most);
        ref var fourth = ref Unsafe.Add(ref first, 3 * FeatureBins.Most);
        ref var occurring = ref MemoryMarshal.GetArrayDataReference(_occurring);
        var (one, two, three, four) = (features[0], features[1], features[2], features[3]);
        foreach (ref readonly var row in rows)
        {
            ref var bins = ref byRow[row.Row * width];
            nint a = Unsafe.Add(ref bins, one), b = Unsafe.Add(ref bins, two), c = Unsafe.Add(ref bins, three), d = Unsafe.Add(ref bins, four);
            var adds = Vector128.Create(row.Sum, row.Times);
            Unsafe.Add(ref first, a) += adds;
            Unsafe.Add(ref second, b) += adds;
            Unsafe.Add(ref third, c) += adds;
            Unsafe.Add(ref fourth, d) += adds;
            if (!few)
                continue;
            Unsafe.Add(ref occurring, a >> 6) |= 1UL << (int)a;
            Unsafe.Add(ref occurring, Words + (b >> 6)) |= 1UL << (int)b;
            Unsafe.Add(ref occurring, 2 * Words + (c >> 6)) |= 1UL << (int)c;
            Unsafe.Add(ref occurring, 3 * Words + (d >> 6)) |= 1UL << (int)d;
        }
    }

    /// <summary>The best question about one of the features; forgets what was gathered of it.</summary>
    /// <param name="sum">The targets' sum over all rows.</param>
    /// <param name="count">The rows.</param>
    // compiled for this processor as what it calls: code compiled ahead stalled where it took over, for 5 % of a cold pipeline's processor time
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Split Best(int place, int feature, double sum, int count)
    {
        var questions = Questions(place);
        ref var leftSums = ref MemoryMarshal.GetArrayDataReference(_leftSums);
        ref var leftRows = ref MemoryMarshal.GetArrayDataReference(_leftRows);
        ref var bins = ref MemoryMarshal.GetArrayDataReference(_bins);
        var best = new BestQuestions(sum, count);
        for (nuint from = 0; from < (nuint)questions; from += (nuint)Vector512<double>.Count)
            best.Ask(Vector512.LoadUnsafe(ref leftSums, from), Vector512.LoadUnsafe(ref leftRows, from), Vector512.LoadUnsafe(ref bins, from));
        return best.First(feature);
    }

    /// <summary>Adds up bin after bin what is left of each question.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Questions(int place)
    {
        var (leftSums, leftRows, bins) = (_leftSums, _leftRows, _bins);
        var left = Vector128<double>.Zero;
        var count = 0;
        for (var word = 0; word < Words; word++)
        {
            for (var bits = _occurring[place * Words + word]; bits != 0; bits &= bits - 1)
            {
                var bin = word * 64 + BitOperations.TrailingZeroCount(bits);
                ref var at = ref _sums[place * FeatureBins.Most + bin];
                left += at;
                at = default;
                leftSums[count] = left[0];
                leftRows[count] = left[1];
                bins[count++] = bin;
            }
        }

        // nothing on the left: no question
        leftRows.AsSpan(count, Vector512<double>.Count).Clear();
        return count;
    }
}
