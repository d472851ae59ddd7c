using System.Runtime.CompilerServices;

namespace RegressionAnalyzer.Analysis.Loading;

/// <summary>A bijection of 64-bit numbers without pattern. Source: Steele, Lea and Flood, "Fast splittable pseudorandom number generators" (2014).</summary>
internal static class Scramble
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Of(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
