using System.Globalization;

namespace RegressionAnalyzer.Analysis;

/// <summary>Turns of phrase that sentences about results have in common.</summary>
internal static class Wording
{
    /// <summary><c>a, b and c</c>; or <c>a, b and 3 more</c>, where there are more than are named.</summary>
    public static string Listed(IReadOnlyList<string> named, long all)
    {
        string[] parts = all > named.Count ? [.. named, string.Create(CultureInfo.InvariantCulture, $"{all - named.Count:N0} more")] : [.. named];
        return parts.Length < 2 ? string.Concat(parts) : $"{string.Join(", ", parts[..^1])} and {parts[^1]}";
    }

    /// <summary>In percent. A part is never rounded to the whole, nor to nothing.</summary>
    public static string Share(double share) => Math.Round(100 * share, 1) switch
    {
        100 when share < 1 => "more than 99.9 %",
        0 when share > 0 => "less than 0.1 %",
        var percent => string.Create(CultureInfo.InvariantCulture, $"{percent:0.#} %"),
    };
}
