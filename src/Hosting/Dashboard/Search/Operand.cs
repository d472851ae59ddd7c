using System.Globalization;
using Aspire.Hosting.Dashboard.Telemetry;

namespace Aspire.Hosting.Dashboard.Search;

/// <summary>A value that somebody wrote into a search, and what it can mean; worked out once, not per record.</summary>
/// <param name="Number">As a plain number.</param>
/// <param name="Milliseconds">As a duration: a number with a unit, or without one in milliseconds.</param>
/// <param name="Severity">As the name of a severity.</param>
/// <param name="Time">As a date, with or without a time; of this machine's zone unless it says one.</param>
internal sealed record Operand(string Text, double? Number, double? Milliseconds, Severity? Severity, DateTimeOffset? Time)
{
    private static readonly (string Suffix, double Milliseconds)[] Units =
        [("ns", 1e-6), ("us", 1e-3), ("µs", 1e-3), ("ms", 1), ("min", 60_000), ("s", 1000), ("m", 60_000), ("h", 3_600_000)];

    public static Operand Of(string text) => new(
        text,
        NumberOf(text),
        MillisecondsOf(text),
        Severities.TryParse(text, out var severity) ? severity : null,
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeLocal, out var time) ? time : null);

    private static double? NumberOf(ReadOnlySpan<char> text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    private static double? MillisecondsOf(string text)
    {
        foreach (var (suffix, milliseconds) in Units)
        {
            if (text.EndsWith(suffix, StringComparison.OrdinalIgnoreCase))
                return NumberOf(text.AsSpan(0, text.Length - suffix.Length)) * milliseconds;
        }

        return NumberOf(text);
    }
}
