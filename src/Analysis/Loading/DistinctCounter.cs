using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace RegressionAnalyzer.Analysis.Loading;

/// <summary>
/// Estimates how many different values there are, a missing one counting as one, in 4 KB whatever their number, to about 1.6 %. Source: Flajolet, Fusy, Gandouet and Meunier,
/// "HyperLogLog", AofA (2007), with linear counting for few.
/// </summary>
internal sealed class DistinctCounter
{
    private const int Bits = 12;
    private const int Registers = 1 << Bits;

    /// <summary>The lowest register from which on it pays to look at eight values together: three of four of them change nothing then.</summary>
    private const int WorthLooking = 2;

    private readonly byte[] _longest = new byte[Registers];

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(ReadOnlySpan<double> values)
    {
        // a value that would not beat even the lowest register changes none; of a hundred in a long column that is all but a few
        var lowest = Lowest();
        ref var first = ref Unsafe.As<double, ulong>(ref MemoryMarshal.GetReference(values));
        var whole = lowest < WorthLooking ? 0 : values.Length - values.Length % Vector512<ulong>.Count;
        var bound = Vector512.Create(1UL << (64 - Math.Max(lowest, 1)));
        for (var row = 0; row < whole; row += Vector512<ulong>.Count)
        {
            var hashes = Scramble.Of(Vector512.LoadUnsafe(ref first, (nuint)row));
            var longer = Vector512.LessThan(hashes << Bits, bound).ExtractMostSignificantBits();
            for (; longer != 0; longer &= longer - 1)
                Count(hashes[BitOperations.TrailingZeroCount(longer)]);
        }

        for (var row = whole; row < values.Length; row++)
            Count(Scramble.Of(Unsafe.Add(ref first, row)));
    }

    public void Add(DistinctCounter other)
    {
        for (var i = 0; i < Registers; i++)
            _longest[i] = Math.Max(_longest[i], other._longest[i]);
    }

    public long Estimate()
    {
        double sum = 0;
        var empty = 0;
        foreach (var zeros in _longest)
        {
            sum += Math.ScaleB(1, -zeros);
            empty += zeros == 0 ? 1 : 0;
        }

        var estimate = 0.7213 / (1 + 1.079 / Registers) * Registers * Registers / sum;
        return (long)Math.Round(estimate <= 2.5 * Registers && empty > 0 ? Registers * Math.Log((double)Registers / empty) : estimate);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Lowest()
    {
        ref var first = ref MemoryMarshal.GetArrayDataReference(_longest);
        var least = Vector128.LoadUnsafe(ref first);
        for (var at = Vector128<byte>.Count; at < Registers; at += Vector128<byte>.Count)
            least = Vector128.Min(least, Vector128.LoadUnsafe(ref first, (nuint)at));
        var lowest = byte.MaxValue;
        for (var lane = 0; lane < Vector128<byte>.Count; lane++)
            lowest = Math.Min(lowest, least[lane]);
        return lowest;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Count(ulong hash)
    {
        ref var register = ref _longest[hash >> (64 - Bits)];
        // without a branch: in a fresh counter nobody could foretell it
        register = Math.Max(register, (byte)(BitOperations.LeadingZeroCount((hash << Bits) | 1) + 1));
    }
}
