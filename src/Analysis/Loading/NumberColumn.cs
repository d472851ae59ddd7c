using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace RegressionAnalyzer.Analysis.Loading;

/// <summary>The numbers of one column of some rows, one below the other: the innermost loop of all loading.</summary>
internal static class NumberColumn
{
    /// <summary>Reads as far as all are plain. Nothing is called on the way, so that everything it needs stays in registers.</summary>
    /// <param name="text">The text's first byte.</param>
    /// <param name="ends">Where the field before and the field itself end.</param>
    /// <param name="stride">How far on it is so for the next row.</param>
    /// <param name="decimalMark">A point or a comma.</param>
    /// <param name="values">Room for the rows' numbers.</param>
    /// <param name="row">The row to begin with.</param>
    /// <returns>The first row that is not plain, or the number of rows.</returns>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static int ReadPlain(ref byte text, ReadOnlySpan<int> ends, int stride, byte decimalMark, Span<double> values, int row)
    {
        var decimalMarks = Vector128.Create(decimalMark);
        ref var before = ref Unsafe.Add(ref MemoryMarshal.GetReference(ends), row * stride);
        for (var at = (uint)row; at < (uint)values.Length; at++)
        {
            var start = before + 1;
            if (!Number.TryReadPlain(ref Unsafe.Add(ref text, start), Unsafe.Add(ref before, 1) - start, decimalMarks, out var value))
                return (int)at;
            values[(int)at] = value;
            before = ref Unsafe.Add(ref before, (nint)stride);
        }

        return values.Length;
    }
}
