using System.Buffers;
using System.Numerics;

namespace RegressionAnalyzer.Analysis.Loading;

/// <summary>Counts exactly how many different values there are, by open addressing in borrowed memory: a set made for each column takes several times as long.</summary>
internal static class DistinctValues
{
    /// <summary>Of this process alone, so that nobody can make a table whose values all fall into the same slot.</summary>
    private static readonly ulong Secret = (ulong)Random.Shared.NextInt64();

    /// <param name="values">NaN stands for a missing value, and is none.</param>
    public static int Count(ReadOnlySpan<double> values)
    {
        var slots = (int)BitOperations.RoundUpToPowerOf2(2 * (uint)values.Length + 1);
        var borrowed = ArrayPool<ulong>.Shared.Rent(slots);
        var table = borrowed.AsSpan(0, slots);
        table.Clear();
        var (count, zero) = (0, false);
        foreach (var value in values)
        {
            // an empty slot is 0, so that zero, of either sign, is counted apart
            if (value == 0 || double.IsNaN(value))
            {
                zero |= value == 0;
                continue;
            }

            var bits = BitConverter.DoubleToUInt64Bits(value);
            var slot = (int)Scramble.Of(bits ^ Secret) & (slots - 1);
            while (table[slot] != 0 && table[slot] != bits)
                slot = (slot + 1) & (slots - 1);
            count += table[slot] == 0 ? 1 : 0;
            table[slot] = bits;
        }

        ArrayPool<ulong>.Shared.Return(borrowed);
        return count + (zero ? 1 : 0);
    }
}
