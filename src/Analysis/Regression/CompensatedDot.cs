using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace RegressionAnalyzer.Analysis.Regression;

/// <summary>Inner products as if computed with twice the digits and rounded once.</summary>
internal static class CompensatedDot
{
    /// <summary>Four rows at a time, whatever the processor, so that the result is the same on every one.</summary>
    private const int Lanes = 4;

    /// <summary>Source: Ogita, Rump and Oishi, "Accurate sum and dot product", SIAM J. Sci. Comput. 26 (2005), algorithm Dot2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static DoubleDouble Of(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        var sum = Vector256<double>.Zero;
        var error = Vector256<double>.Zero;
        ref var a = ref MemoryMarshal.GetReference(left);
        ref var b = ref MemoryMarshal.GetReference(right);
        var whole = left.Length - left.Length % Lanes;
        for (var row = 0; row < whole; row += Lanes)
        {
            var x = Vector256.LoadUnsafe(ref a, (nuint)row);
            var y = Vector256.LoadUnsafe(ref b, (nuint)row);
            var product = x * y;
            var productError = Vector256.FusedMultiplyAdd(x, y, -product);
            var next = sum + product;
            var part = next - sum;
            error += sum - (next - part) + (product - part) + productError;
            sum = next;
        }

        var total = DoubleDouble.Zero;
        for (var lane = 0; lane < Lanes; lane++)
            total += DoubleDouble.TwoSum(sum[lane], error[lane]);
        for (var row = whole; row < left.Length; row++)
            total += DoubleDouble.TwoProduct(left[row], right[row]);
        return total;
    }

    /// <summary>The inner product in plain arithmetic, for what is small beside the whole.</summary>
    public static double Plain(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        var sum = 0.0;
        for (var row = 0; row < left.Length; row++)
            sum += left[row] * right[row];
        return sum;
    }
}
