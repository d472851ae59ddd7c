namespace RegressionAnalyzer.Manifests.Verification.Rules.Policy;

/// <summary>Guesses from a name whether its value is a secret.</summary>
internal static class SensitiveName
{
    private static readonly string[] Words = ["SECRET", "PASSWORD", "PASSWD", "TOKEN", "APIKEY", "PRIVATEKEY", "ACCESSKEY", "CREDENTIAL"];

    /// <summary>What a path, a place or a switch is named after is not the secret itself.</summary>
    private static readonly string[] Harmless = ["FILE", "PATH", "NAME", "URL", "URI", "ENABLED", "EXPIRY", "SECONDS", "MINUTES", "HOURS", "TTL", "LIFETIME", "MAX", "LIMIT", "SIZE", "COUNT"];

    private static readonly string[] Switches = ["true", "false", "yes", "no", "on", "off"];

    public static bool Is(string name, string value)
    {
        var plain = string.Concat(name.Where(char.IsLetterOrDigit)).ToUpperInvariant();
        return Words.Any(word => plain.Contains(word, StringComparison.Ordinal))
            && !Harmless.Any(word => plain.EndsWith(word, StringComparison.Ordinal))
            && !Switches.Contains(value.ToLowerInvariant())
            && !value.StartsWith("$(", StringComparison.Ordinal)
            && !value.All(char.IsAsciiDigit);
    }
}
