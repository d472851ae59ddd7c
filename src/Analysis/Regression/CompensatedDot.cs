using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace RegressionAnalyzer.Analysis.Regression;

/// <summary>
/// Inner products of many pairs of columns, as if computed with about twice the digits. Eight partial sums run side by side, whatever the processor,
/// so that the result is the same on every one.
/// </summary>
internal sealed class CompensatedDot(int pairs)
{
    private const int Lanes = 8;

    /// <summary>The bits of a double below its exponent.</summary>
    private const int DigitBits = 52;

    /// <summary>
    /// How far a sum starts from zero, in the largest products. The sums of a tile cannot move it to another power of two then, which is what makes
    /// <see cref="AddBounded"/>'s differences exact.
    /// </summary>
    private const double Distance = 1.5 * 2 * (Tile.MaxRows / Lanes);

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

    /// <summary>Begins again at zero.</summary>
    public void Clear()
    {
        Array.Clear(_sums);
        Array.Clear(_errors);
    }

    /// <summary>The power of two above the largest of a tile's values without their signs; 0 where all are 0, NaN where one is infinite.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double BoundOf(ReadOnlySpan<double> values)
    {
        var largest = 0.0;
        var whole = values.Length - values.Length % Lanes;
        if (whole > 0)
        {
            ref var first = ref MemoryMarshal.GetReference(values);
            var most = Vector512<double>.Zero;
            for (var row = 0; row < whole; row += Lanes)
                most = Vector512.MaxNative(most, Vector512.Abs(Vector512.LoadUnsafe(ref first, (nuint)row)));
            var half = Vector256.Max(most.GetLower(), most.GetUpper());
            var quarter = Vector128.Max(half.GetLower(), half.GetUpper());
            largest = Math.Max(quarter[0], quarter[1]);
        }

        foreach (var value in values[whole..])
            largest = Math.Max(largest, Math.Abs(value));
        var exponent = BitConverter.DoubleToUInt64Bits(largest) >> DigitBits;
        return largest == 0 ? 0 : double.IsFinite(largest) ? BitConverter.UInt64BitsToDouble((exponent + 1) << DigitBits) : double.NaN;
    }

    /// <summary>
    /// Adds the products of two columns' values, at most a tile of them. Beside a sum that is larger than all that comes, the part of a product that
    /// reaches it and the part that does not are each found by one operation, which takes four where <see cref="Add"/> takes ten. What is lost is below
    /// 2^-86 of the largest product.
    /// Source: as ExtractVector in Rump, Ogita and Oishi, "Accurate floating-point summation part I", SIAM J. Sci. Comput. 31 (2008).
    /// </summary>
    /// <param name="bound">The product of the columns' <see cref="BoundOf"/>.</param>
    public void AddBounded(int pair, ReadOnlySpan<double> left, ReadOnlySpan<double> right, double bound)
    {
        var whole = left.Length - left.Length % (2 * Lanes);
        AddWholeBounded(pair, left[..whole], right[..whole], bound);
        if (whole < left.Length)
            AddWholeBounded(pair, Padded(left[whole..], stackalloc double[2 * Lanes]), Padded(right[whole..], stackalloc double[2 * Lanes]), bound);
    }

    /// <summary>
    /// Adds the products of two columns' values.
    /// Source: Ogita, Rump and Oishi, "Accurate sum and dot product", SIAM J. Sci. Comput. 26 (2005), algorithm Dot2.
    /// </summary>
    public void Add(int pair, ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        var whole = left.Length - left.Length % Lanes;
        AddWhole(pair, left[..whole], right[..whole]);
        if (whole < left.Length)
            AddWhole(pair, Padded(left[whole..], stackalloc double[Lanes]), Padded(right[whole..], stackalloc double[Lanes]));
    }

    /// <summary>Adds to the inner product what is small beside the whole, in plain arithmetic.</summary>
    public void AddSmall(int pair, ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        var sum = 0.0;
        for (var row = 0; row < left.Length; row++)
            sum += left[row] * right[row];
        _errors[pair * Lanes] += sum;
    }

    // In the loops below nothing is called and nothing handed by reference: what is would go through memory at every step.

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private void AddWholeBounded(int pair, ReadOnlySpan<double> left, ReadOnlySpan<double> right, double bound)
    {
        ref var a = ref MemoryMarshal.GetReference(left);
        ref var b = ref MemoryMarshal.GetReference(right);
        // two sums take turns, so that none waits for its last addition
        var start = Vector512.Create(Distance * bound);
        var (even, odd) = (start, start);
        var (evenRest, oddRest) = (Vector512<double>.Zero, Vector512<double>.Zero);
        for (var row = 0; row < left.Length; row += 2 * Lanes)
        {
            var (x, y) = (Vector512.LoadUnsafe(ref a, (nuint)row), Vector512.LoadUnsafe(ref b, (nuint)row));
            var next = Vector512.FusedMultiplyAdd(x, y, even);
            evenRest += Vector512.FusedMultiplyAdd(x, y, even - next);
            even = next;
            (x, y) = (Vector512.LoadUnsafe(ref a, (nuint)row + Lanes), Vector512.LoadUnsafe(ref b, (nuint)row + Lanes));
            next = Vector512.FusedMultiplyAdd(x, y, odd);
            oddRest += Vector512.FusedMultiplyAdd(x, y, odd - next);
            odd = next;
        }

        // both differences are multiples of the start's last digit, and so is their sum
        Join(pair, even - start + (odd - start), evenRest + oddRest);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private void AddWhole(int pair, ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        ref var sums = ref _sums[pair * Lanes];
        ref var errors = ref _errors[pair * Lanes];
        var (sum, error) = (Vector512.LoadUnsafe(ref sums), Vector512.LoadUnsafe(ref errors));
        ref var a = ref MemoryMarshal.GetReference(left);
        ref var b = ref MemoryMarshal.GetReference(right);
        for (var row = 0; row < left.Length; row += Lanes)
        {
            var (x, y) = (Vector512.LoadUnsafe(ref a, (nuint)row), Vector512.LoadUnsafe(ref b, (nuint)row));
            var product = x * y;
            error += Vector512.FusedMultiplyAdd(x, y, -product);
            var next = sum + product;
            error += Lost(sum, product, next);
            sum = next;
        }

        sum.StoreUnsafe(ref sums);
        error.StoreUnsafe(ref errors);
    }

    private void Join(int pair, Vector512<double> part, Vector512<double> rest)
    {
        ref var sums = ref _sums[pair * Lanes];
        ref var errors = ref _errors[pair * Lanes];
        var (sum, error) = (Vector512.LoadUnsafe(ref sums), Vector512.LoadUnsafe(ref errors) + rest);
        var next = sum + part;
        (error + Lost(sum, part, next)).StoreUnsafe(ref errors);
        next.StoreUnsafe(ref sums);
    }

    /// <summary>What the rounding of a sum takes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Lost(Vector512<double> sum, Vector512<double> part, Vector512<double> next)
    {
        var taken = next - sum;
        return sum - (next - taken) + (part - taken);
    }

    /// <summary>The values, and zeros behind them.</summary>
    private static Span<double> Padded(ReadOnlySpan<double> values, Span<double> room)
    {
        room.Clear();
        values.CopyTo(room);
        return room;
    }
}
