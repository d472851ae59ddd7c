using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace RegressionAnalyzer.Analysis.Loading;

/// <summary>A bijection of 64-bit numbers without pattern. Source: Steele, Lea and Flood, "Fast splittable pseudorandom number generators" (2014).</summary>
internal static class Scramble
{
    private const ulong Step = 0x9E3779B97F4A7C15, First = 0xBF58476D1CE4E5B9, Second = 0x94D049BB133111EB;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Of(ulong value)
    {
        value += Step;
        value = (value ^ (value >> 30)) * First;
        value = (value ^ (value >> 27)) * Second;
        return value ^ (value >> 31);
    }

    /// <summary>The same of eight.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<ulong> Of(Vector512<ulong> values)
    {
        values += Vector512.Create(Step);
        values = (values ^ (values >> 30)) * Vector512.Create(First);
        values = (values ^ (values >> 27)) * Vector512.Create(Second);
        return values ^ (values >> 31);
    }
}
