using System.Globalization;
using System.Text;

namespace RegressionAnalyzer.Analysis.Loading;

/// <summary>One way of writing dates. As numbers dates are days since 1970-01-01.</summary>
internal sealed record DateFormat(string Name, string[] Patterns)
{
    private const int MaxLength = 40;
    private const DateTimeStyles Styles = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal | DateTimeStyles.AllowWhiteSpaces;

    private static readonly string[] Times =
    [
        "", " H:mm", " H:mm:ss", " H:mm:ss.FFFFFFF", " H:mm:ssK", "'T'H:mm", "'T'H:mm:ss", "'T'H:mm:ss.FFFFFFF", "'T'H:mm:ssK", "'T'H:mm:ss.FFFFFFFK",
    ];

    private static readonly DateFormat MonthFirst = new("month/day/year", WithTimes("M/d/yyyy", "M-d-yyyy", "M/d/yy"));
    private static readonly DateFormat DayFirst = new("day/month/year", WithTimes("d/M/yyyy", "d-M-yyyy", "d/M/yy"));

    /// <summary>In the order they are tried. Of dates that fit both ways of slashes the month comes first.</summary>
    public static readonly IReadOnlyList<DateFormat> All =
    [
        new("year-month-day", WithTimes("yyyy-M-d", "yyyy/M/d", "yyyy.M.d")),
        new("day.month.year", WithTimes("d.M.yyyy", "d.M.yy")),
        MonthFirst,
        DayFirst,
        new("day month year", WithTimes("d MMM yyyy", "d-MMM-yyyy", "d-MMM-yy", "d MMMM yyyy", "MMM d, yyyy", "MMMM d, yyyy")),
    ];

    /// <summary>The one in which a column might as well be written whose every date fits both; null for none.</summary>
    public DateFormat? Other => this == MonthFirst ? DayFirst : null;

    /// <summary>What dates of a column say of whether it is written so, or in the <see cref="Other"/> form.</summary>
    /// <param name="dates">Days since 1970-01-01; missing ones are not numbers.</param>
    public static DateEvidence Evidence(ReadOnlySpan<double> dates)
    {
        var evidence = DateEvidence.Same;
        foreach (var days in dates)
        {
            if (double.IsNaN(days))
                continue;
            var date = DateTime.UnixEpoch.AddDays(days);
            if (date.Day > 12)
                return DateEvidence.ThisOnly;
            if (date.Day != date.Month)
                evidence = DateEvidence.Either;
        }

        return evidence;
    }

    /// <param name="field">The field without surrounding blanks.</param>
    /// <param name="days">Days since 1970-01-01, with the time of day as their fraction.</param>
    public bool TryParse(ReadOnlySpan<byte> field, out double days)
    {
        days = 0;
        // the shortest is 1.1.70
        if (field.Length is < 6 or > MaxLength || field.IndexOfAnyInRange((byte)'0', (byte)'9') < 0)
            return false;
        Span<char> text = stackalloc char[MaxLength];
        if (!Encoding.UTF8.TryGetChars(field, text, out var length)
            || !DateTime.TryParseExact(text[..length], Patterns, CultureInfo.InvariantCulture, Styles, out var date))
            return false;
        days = (date - DateTime.UnixEpoch).TotalDays;
        return true;
    }

    private static string[] WithTimes(params string[] dates) => [.. dates.SelectMany(date => Times.Select(time => date + time))];
}
