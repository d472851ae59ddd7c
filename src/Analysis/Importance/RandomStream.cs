using RegressionAnalyzer.Analysis.Loading;

namespace RegressionAnalyzer.Analysis.Importance;

/// <summary>Random numbers that are the same for the same seed on every machine and in every version, which <see cref="Random"/> does not promise.</summary>
internal sealed class RandomStream(ulong seed)
{
    private ulong _count = Scramble.Of(seed);

    /// <summary>A number from 0 to below the bound. Source: Lemire, "Fast random integer generation in an interval" (2019).</summary>
    public int Next(int bound) => (int)(((Scramble.Of(_count++) >> 32) * (ulong)bound) >> 32);

    /// <summary>The numbers below a bound in random order (Fisher and Yates).</summary>
    public int[] Permutation(int count)
    {
        var order = new int[count];
        for (var at = 0; at < count; at++)
        {
            var with = Next(at + 1);
            order[at] = order[with];
            order[with] = at;
        }

        return order;
    }
}
