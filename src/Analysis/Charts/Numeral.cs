using System.Globalization;

namespace RegressionAnalyzer.Analysis.Charts;

/// <summary>Numbers as labels show them.</summary>
internal static class Numeral
{
    /// <summary>A few digits that count, as 12.34, 0.001234 or 1.234e−7; whole numbers up to ten million in full.</summary>
    public static string Short(double value, int digits = 4)
    {
        if (value == 0)
            return "0";
        var size = Math.Abs(value);
        if (size is < 1e-4 or >= 1e7)
            return Minus(value.ToString("0." + new string('#', digits - 1) + "e0", CultureInfo.InvariantCulture));
        var decimals = Math.Clamp(digits - 1 - (int)Math.Floor(Math.Log10(size)), 0, 8);
        return Minus(value.ToString("#,0." + new string('#', decimals), CultureInfo.InvariantCulture));
    }

    /// <summary>Two different numbers with as many digits as it takes to see that they differ.</summary>
    public static (string, string) Pair(double one, double other)
    {
        for (var digits = 4; ; digits++)
        {
            var pair = (Short(one, digits), Short(other, digits));
            if (digits == 17 || one == other || pair.Item1 != pair.Item2)
                return pair;
        }
    }

    private static string Minus(string number) => number.Replace('-', '−');
}
