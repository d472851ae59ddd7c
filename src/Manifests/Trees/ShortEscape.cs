namespace RegressionAnalyzer.Manifests.Trees;

/// <summary>The escapes that JSON and YAML have in common.</summary>
internal static class ShortEscape
{
    /// <returns>Null for a character that has none.</returns>
    public static string? Of(char c) => c switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        _ => null,
    };
}
