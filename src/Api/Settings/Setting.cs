using System.Globalization;
using RegressionAnalyzer.ServiceDefaults;

namespace RegressionAnalyzer.Api.Settings;

/// <summary>Reads settings so that a wrong one is named, with what is allowed, in the spelling an environment variable has.</summary>
internal static class Setting
{
    public static long Whole(this IConfiguration configuration, string key, long otherwise, long min, long max)
    {
        if (configuration[key] is not { Length: > 0 } text)
            return otherwise;
        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= min && value <= max
            ? value
            : throw Wrong(key, text, string.Create(CultureInfo.InvariantCulture, $"a whole number from {min} to {max}"));
    }

    public static string Folder(this IConfiguration configuration, string key, string otherwise)
    {
        if (configuration[key] is not { } text)
            return otherwise;
        return !string.IsNullOrWhiteSpace(text) && !text.Contains('\0') ? text : throw Wrong(key, text, "the path of a folder");
    }

    public static SettingException Wrong(string key, string? value, string allowed) =>
        new(key.Replace(":", "__", StringComparison.Ordinal), value, allowed);
}
