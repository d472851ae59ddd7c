using System.Globalization;
using System.Runtime.CompilerServices;

namespace RegressionAnalyzer.Analysis.Loading;

/// <summary>Numbers as text.</summary>
internal static class Number
{
    private static readonly double[] PowersOfTen = [.. Enumerable.Range(0, 23).Select(power => Math.Pow(10, power))];

    /// <summary>
    /// Reads <c>-123.456</c> in place, where a delimiter or a line end follows it. An integer below 2^53 and a power of ten up to 10^22 are both
    /// exact, so that the one division rounds correctly (Clinger 1990). Everything else is left to <see cref="TryParse"/>.
    /// </summary>
    /// <param name="end">The delimiter's or line end's place.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryReadPlain(ReadOnlySpan<byte> data, int start, byte delimiter, out double value, out int end)
    {
        value = 0;
        end = start;
        var at = start;
        var negative = (uint)at < (uint)data.Length && data[at] == '-';
        if (negative)
            at++;
        var firstDigit = at;
        ulong mantissa = 0;
        while ((uint)at < (uint)data.Length && (uint)(data[at] - '0') <= 9)
            mantissa = mantissa * 10 + (uint)(data[at++] - '0');
        var digits = at - firstDigit;
        var decimals = 0;
        if ((uint)at < (uint)data.Length && data[at] == '.')
        {
            var point = at++;
            while ((uint)at < (uint)data.Length && (uint)(data[at] - '0') <= 9)
                mantissa = mantissa * 10 + (uint)(data[at++] - '0');
            decimals = at - point - 1;
            digits += decimals;
        }

        // past 19 digits the mantissa may have wrapped around
        if ((uint)(digits - 1) >= 19 || mantissa > 1UL << 53 || at >= data.Length)
            return false;
        var next = data[at];
        if (next != delimiter && next != '\n' && next != '\r')
            return false;
        end = at;
        value = (double)mantissa / PowersOfTen[decimals];
        if (negative)
            value = -value;
        return true;
    }

    /// <summary>Reads a number in any way of writing it, rounded correctly.</summary>
    /// <param name="field">The field without surrounding blanks.</param>
    public static bool TryParse(ReadOnlySpan<byte> field, out double value) =>
        double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
}
