namespace RegressionAnalyzer.Manifests;

/// <summary>
/// The form that Helm demands of a chart's version: <c>1.2.3</c>, with <c>-pre.release</c> and <c>+build</c> if wanted (semver.org, version 2).
/// </summary>
internal static class SemanticVersion
{
    public static bool IsValid(string text)
    {
        var build = text.IndexOf('+', StringComparison.Ordinal);
        var version = build < 0 ? text : text[..build];
        var pre = version.IndexOf('-', StringComparison.Ordinal);
        var core = (pre < 0 ? version : version[..pre]).Split('.');
        return core.Length == 3 && core.All(IsNumber)
            && (pre < 0 || version[(pre + 1)..].Split('.').All(part => IsIdentifier(part) && (!part.All(char.IsAsciiDigit) || IsNumber(part))))
            && (build < 0 || text[(build + 1)..].Split('.').All(IsIdentifier));
    }

    private static bool IsNumber(string text) => text.Length is > 0 and < 19 && text.All(char.IsAsciiDigit) && (text.Length == 1 || text[0] != '0');

    private static bool IsIdentifier(string text) => text.Length > 0 && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
}
