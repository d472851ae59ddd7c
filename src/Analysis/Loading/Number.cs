using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace RegressionAnalyzer.Analysis.Loading;

/// <summary>Plain numbers, as nearly all are.</summary>
internal static class Number
{
    /// <summary>The longest field that is read here.</summary>
    public const int MaxBytes = 16;

    /// <summary>Digits whose integer is surely below 2^53, which a double holds exactly.</summary>
    private const int ExactDigits = 15;

    /// <summary>Powers of ten, then their negatives. Data of the program itself: nothing has to be initialised, nor asked whether it has been.</summary>
    private static ReadOnlySpan<double> PowersOfTen =>
    [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
        -1e0, -1e1, -1e2, -1e3, -1e4, -1e5, -1e6, -1e7, -1e8, -1e9, -1e10, -1e11, -1e12, -1e13, -1e14, -1e15,
    ];

    /// <summary>
    /// Reads a field such as <c>-123.456</c>. An integer below 2^53 and a power of ten up to 10^22 are both exact, so that the one division rounds
    /// correctly (Clinger 1990). Everything else is left to <see cref="NumberText"/>.
    /// </summary>
    /// <param name="field">The field's first byte; <see cref="MaxBytes"/> may be read past its end.</param>
    /// <param name="length">Its length.</param>
    /// <param name="decimalMark">Sixteen decimal points, or commas.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryReadPlain(ref byte field, int length, Vector128<byte> decimalMark, out double value)
    {
        var text = Vector128.LoadUnsafe(ref field);
        var negative = field == '-' ? 1 : 0;
        var digits = text - Vector128.Create((byte)'0');
        var isDigit = Vector128.Equals(Vector128.Min(digits, Vector128.Create((byte)9)), digits);
        // a number without a decimal mark has it where it ends
        var point = BitOperations.TrailingZeroCount(Vector128.Equals(text, decimalMark).ExtractMostSignificantBits() | (1u << length));
        var decimals = Math.Max(length - point - 1, 0);
        // each byte is the sign, the first mark, or a digit; and there is a digit
        var known = isDigit.ExtractMostSignificantBits() | (uint)negative | (1u << point);
        value = 0;
        if (BitOperations.TrailingZeroCount(~known) < length || (uint)(point - negative + decimals - 1) >= ExactDigits)
            return false;
        // by a negative power a zero keeps its sign too
        value = (long)Joined(WithoutMark(digits & isDigit, point, decimals)) / PowersOfTen[(decimals + (negative << 4)) & 31];
        return true;
    }

    /// <summary>Whether a field is surely a number: some digits, perhaps a minus before them and a decimal mark among them.</summary>
    public static bool IsPlain(ReadOnlySpan<byte> field, byte decimalMark)
    {
        var (digits, marks) = (0, 0);
        foreach (var character in field)
        {
            digits += character is >= (byte)'0' and <= (byte)'9' ? 1 : 0;
            marks += character == decimalMark ? 1 : 0;
        }

        var sign = field is [(byte)'-', ..] ? 1 : 0;
        return digits > 0 && marks <= 1 && sign + digits + marks == field.Length && field.Length <= MaxBytes;
    }

    /// <summary>Moves the digits to the end of the sixteen, those before the decimal mark by one place more; zeros come before them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> WithoutMark(Vector128<byte> digits, int point, int decimals)
    {
        var places = Vector128<sbyte>.Indices;
        var moved = places + Vector128.Create((sbyte)(point + decimals + 1 - MaxBytes)) + Vector128.LessThan(places, Vector128.Create((sbyte)(MaxBytes - decimals)));
        // a negative place gives zero on every processor
        return Vector128.ShuffleNative(digits, moved.AsByte());
    }

    /// <summary>Joins sixteen digits to a number: neighbours to pairs, pairs to fours, fours to eights.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Joined(Vector128<byte> digits)
    {
        if (!Sse41.IsSupported)
            return Joined(digits.AsUInt64()[0]) * 100_000_000 + Joined(digits.AsUInt64()[1]);
        var pairs = Ssse3.MultiplyAddAdjacent(digits, Vector128.Create(10, 1, 10, 1, 10, 1, 10, 1, 10, 1, 10, 1, 10, 1, 10, 1).AsSByte());
        var fours = Sse2.MultiplyAddAdjacent(pairs, Vector128.Create(100, 1, 100, 1, 100, 1, 100, 1));
        var eights = Sse2.MultiplyAddAdjacent(Sse41.PackUnsignedSaturate(fours, fours).AsInt16(), Vector128.Create(10_000, 1, 10_000, 1, 10_000, 1, 10_000, 1));
        var both = eights.AsUInt64()[0];
        return (uint)both * 100_000_000UL + (both >> 32);
    }

    /// <summary>
    /// The same for eight digits by plain multiplication. Source: Lemire, "Number parsing at a gigabyte per second", Software: Practice and Experience 51
    /// (2021).
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Joined(ulong digits)
    {
        digits = digits * 10 + (digits >> 8);
        return ((digits & 0x000000FF000000FF) * 0x000F424000000064 + ((digits >> 16) & 0x000000FF000000FF) * 0x0000271000000001) >> 32;
    }
}
