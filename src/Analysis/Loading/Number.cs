using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace RegressionAnalyzer.Analysis.Loading;

/// <summary>Plain numbers, as nearly all are.</summary>
internal static class Number
{
    /// <summary>Digits whose integer is surely below 2^53, which a double holds exactly.</summary>
    private const int ExactDigits = 15;

    // data of the program itself: nothing has to be initialised, nor asked whether it has been
    private static ReadOnlySpan<double> PowersOfTen => [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8];

    private static ReadOnlySpan<ulong> WholePowersOfTen => [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000];

    /// <summary>
    /// Reads a field such as <c>-123.456</c> of at most sixteen bytes, whose first sixteen are at hand. An integer below 2^53 and a power of ten up to
    /// 10^22 are both exact, so that the one division rounds correctly (Clinger 1990). Everything else is left to <see cref="NumberText"/>.
    /// </summary>
    /// <param name="field">The field's first byte; sixteen bytes may be read past its end.</param>
    /// <param name="start">Its first sixteen bytes.</param>
    /// <param name="length">How many of them are the field's.</param>
    /// <param name="decimalMark">Sixteen decimal points, or commas.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryReadPlain(ref byte field, Vector128<byte> start, int length, Vector128<byte> decimalMark, out double value)
    {
        var whole = (1u << length) - 1;
        var negative = field == '-' ? 1 : 0;
        var digits = Vector128.LessThan(start - Vector128.Create((byte)'0'), Vector128.Create((byte)10)).ExtractMostSignificantBits();
        var points = Vector128.Equals(start, decimalMark).ExtractMostSignificantBits() & whole;
        var point = points == 0 ? length : BitOperations.TrailingZeroCount(points);
        var decimals = points == 0 ? 0 : length - point - 1;
        var integers = point - negative;
        // each byte is the sign, the first point, or a digit; and there is a digit
        var known = (digits | (uint)negative | (1u << point)) & whole;
        value = 0;
        if (known != whole || integers > 8 || decimals > 8 || integers + decimals is 0 or > ExactDigits)
            return false;
        var mantissa = Digits(ref Unsafe.Add(ref field, negative), integers) * WholePowersOfTen[decimals] + Digits(ref Unsafe.Add(ref field, point + 1), decimals);
        value = BitConverter.UInt64BitsToDouble(BitConverter.DoubleToUInt64Bits((long)mantissa / PowersOfTen[decimals]) | ((ulong)negative << 63));
        return true;
    }

    /// <summary>
    /// Reads up to eight digits at once: pairs, then fours, then eights are joined by multiplication. Source: Lemire, "Number parsing at a
    /// gigabyte per second", Software: Practice and Experience 51 (2021).
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Digits(ref byte first, int count)
    {
        var word = Unsafe.ReadUnaligned<ulong>(ref first) ^ 0x3030303030303030;
        // twice by half: a shift by all 64 bits would do nothing
        var half = 4 * (8 - count);
        word = word << half << half;
        word = word * 10 + (word >> 8);
        return ((word & 0x000000FF000000FF) * 0x000F424000000064 + ((word >> 16) & 0x000000FF000000FF) * 0x0000271000000001) >> 32;
    }
}
