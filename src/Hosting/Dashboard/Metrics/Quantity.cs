using System.Globalization;
using Aspire.Hosting.Dashboard.Resources;

namespace Aspire.Hosting.Dashboard.Metrics;

/// <summary>A value with its unit (UCUM), as short as a person needs it.</summary>
internal static class Quantity
{
    public static string Of(double value, string unit) => (value, unit) switch
    {
        (double.NaN, _) => "–",
        ( >= 0 and < long.MaxValue, "By") => Amounts.Bytes((long)value),
        ( >= 0 and < 1e6, "s") => value == 0 ? "0 s" : Amounts.Duration(TimeSpan.FromSeconds(value)),
        ( >= 0 and < 1e9, "ms") => value == 0 ? "0 ms" : Amounts.Duration(TimeSpan.FromMilliseconds(value)),
        _ => Math.Abs(value) switch
        {
            >= 1e9 => string.Create(CultureInfo.InvariantCulture, $"{value / 1e9:0.##} G"),
            >= 1e6 => string.Create(CultureInfo.InvariantCulture, $"{value / 1e6:0.##} M"),
            >= 1e4 => string.Create(CultureInfo.InvariantCulture, $"{value / 1e3:0.#} k"),
            _ => value.ToString("0.###", CultureInfo.InvariantCulture),
        },
    };
}
