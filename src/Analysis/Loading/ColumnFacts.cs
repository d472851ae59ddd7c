using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace RegressionAnalyzer.Analysis.Loading;

/// <summary>What one block tells of one numeric column.</summary>
/// <param name="Count">Values that are there; where there are none, the rest says nothing.</param>
/// <param name="Origin">The first of them, which the sums are taken about.</param>
/// <param name="Sum">The sum of value − origin.</param>
/// <param name="Squares">The sum of (value − origin)².</param>
/// <param name="Min">The smallest.</param>
/// <param name="Max">The largest.</param>
internal readonly record struct ColumnFacts(int Count, double Origin, double Sum, double Squares, double Min, double Max)
{
    public static ColumnFacts Of(ReadOnlySpan<double> values, int missing)
    {
        var count = values.Length - missing;
        return count == 0 ? default : missing == 0 ? OfWhole(values) : OfGappy(values, count);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static ColumnFacts OfWhole(ReadOnlySpan<double> values)
    {
        var origin = values[0];
        double sum = 0, squares = 0, min = origin, max = origin;
        var whole = values.Length - values.Length % Vector256<double>.Count;
        if (whole > 0)
        {
            ref var first = ref MemoryMarshal.GetReference(values);
            var (sums, squared) = (Vector256<double>.Zero, Vector256<double>.Zero);
            var origins = Vector256.Create(origin);
            var (least, most) = (origins, origins);
            for (var row = 0; row < whole; row += Vector256<double>.Count)
            {
                var value = Vector256.LoadUnsafe(ref first, (nuint)row);
                var shifted = value - origins;
                sums += shifted;
                squared += shifted * shifted;
                least = Vector256.MinNative(least, value);
                most = Vector256.MaxNative(most, value);
            }

            (sum, squares) = (Vector256.Sum(sums), Vector256.Sum(squared));
            for (var lane = 0; lane < Vector256<double>.Count; lane++)
                (min, max) = (Math.Min(min, least[lane]), Math.Max(max, most[lane]));
        }

        foreach (var value in values[whole..])
        {
            sum += value - origin;
            squares += (value - origin) * (value - origin);
            (min, max) = (Math.Min(min, value), Math.Max(max, value));
        }

        return new(values.Length, origin, sum, squares, min, max);
    }

    private static ColumnFacts OfGappy(ReadOnlySpan<double> values, int count)
    {
        double origin = double.NaN, sum = 0, squares = 0, min = double.PositiveInfinity, max = double.NegativeInfinity;
        foreach (var value in values)
        {
            if (double.IsNaN(value))
                continue;
            if (double.IsNaN(origin))
                origin = value;
            sum += value - origin;
            squares += (value - origin) * (value - origin);
            (min, max) = (Math.Min(min, value), Math.Max(max, value));
        }

        return new(count, origin, sum, squares, min, max);
    }
}
