using System.Numerics;
using System.Runtime.CompilerServices;

namespace RegressionAnalyzer.Analysis.Loading;

/// <summary>
/// Estimates how many different values there are, a missing one counting as one, in 4 KB whatever their number, to about 1.6 %. Source: Flajolet, Fusy, Gandouet and Meunier,
/// "HyperLogLog", AofA (2007), with linear counting for few.
/// </summary>
internal sealed class DistinctCounter
{
    private const int Bits = 12;
    private const int Registers = 1 << Bits;

    private readonly byte[] _longest = new byte[Registers];

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(ReadOnlySpan<double> values)
    {
        var longest = _longest;
        foreach (var value in values)
        {
            var hash = Scramble.Of(BitConverter.DoubleToUInt64Bits(value));
            ref var register = ref longest[hash >> (64 - Bits)];
            // without a branch: in a fresh counter nobody could foretell it
            register = Math.Max(register, (byte)(BitOperations.LeadingZeroCount((hash << Bits) | 1) + 1));
        }
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
}
