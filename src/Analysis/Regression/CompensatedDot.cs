using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace RegressionAnalyzer.Analysis.Regression;

/// <summary>
/// Inner products of many pairs of columns, as if computed with twice the digits. Eight partial sums run side by side, whatever the processor, so
/// that the result is the same on every one.
/// Source: Ogita, Rump and Oishi, "Accurate sum and dot product", SIAM J. Sci. Comput. 26 (2005), algorithm Dot2.
/// </summary>
internal sealed class CompensatedDot(int pairs)
{
    private const int Lanes = 8;

    private readonly double[] _sums = new double[pairs * Lanes];
    private readonly double[] _errors = new double[pairs * Lanes];

    /// <summary>The inner product so far.</summary>
    public DoubleDouble this[int pair]
    {
        get
        {
            var total = DoubleDouble.Zero;
            for (var lane = pair * Lanes; lane < (pair + 1) * Lanes; lane++)
                total += DoubleDouble.TwoSum(_sums[lane], _errors[lane]);
            return total;
        }
    }

    /// <summary>Adds the products of two columns' values.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(int pair, ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        ref var sums = ref _sums[pair * Lanes];
        ref var errors = ref _errors[pair * Lanes];
        var sum = Vector512.LoadUnsafe(ref sums);
        var error = Vector512.LoadUnsafe(ref errors);
        ref var a = ref MemoryMarshal.GetReference(left);
        ref var b = ref MemoryMarshal.GetReference(right);
        var whole = left.Length - left.Length % Lanes;
        for (var row = 0; row < whole; row += Lanes)
            Step(Vector512.LoadUnsafe(ref a, (nuint)row), Vector512.LoadUnsafe(ref b, (nuint)row), ref sum, ref error);
        if (whole < left.Length)
        {
            Span<double> x = stackalloc double[Lanes], y = stackalloc double[Lanes];
            x.Clear();
            left[whole..].CopyTo(x);
            y.Clear();
            right[whole..].CopyTo(y);
            Step(Vector512.Create<double>(x), Vector512.Create<double>(y), ref sum, ref error);
        }

        sum.StoreUnsafe(ref sums);
        error.StoreUnsafe(ref errors);
    }

    /// <summary>Adds to the inner product what is small beside the whole, in plain arithmetic.</summary>
    public void AddSmall(int pair, ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        var sum = 0.0;
        for (var row = 0; row < left.Length; row++)
            sum += left[row] * right[row];
        _errors[pair * Lanes] += sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Step(Vector512<double> x, Vector512<double> y, ref Vector512<double> sum, ref Vector512<double> error)
    {
        var product = x * y;
        var productError = Vector512.FusedMultiplyAdd(x, y, -product);
        var next = sum + product;
        var part = next - sum;
        error += sum - (next - part) + (product - part) + productError;
        sum = next;
    }
}
