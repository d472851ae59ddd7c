namespace RegressionAnalyzer.Manifests.Verification.Writing;

/// <summary>Text of a manifest made fit to be shown to a person.</summary>
internal static class TextWrap
{
    private const int Longest = 1000;

    /// <summary>Breaks a text at spaces into lines of a width; a word longer than that stays whole, so that a path can be copied.</summary>
    public static IEnumerable<string> Lines(string text, int width)
    {
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line;
                line = "";
            }

            line = line.Length == 0 ? word : $"{line} {word}";
        }

        yield return line;
    }

    /// <summary>Cut to a readable length, and without characters that would drive the terminal or turn the direction of its text.</summary>
    public static string Clean(string text)
    {
        var cut = text.Length > Longest ? text[..Longest] + "…" : text;
        return cut.Any(IsUnsafe) ? string.Concat(cut.Select(c => IsUnsafe(c) ? '\uFFFD' : c)) : cut;
    }

    public static string Sentence(string text)
    {
        var clean = Clean(text);
        return char.ToUpperInvariant(clean[0]) + clean[1..] + ".";
    }

    private static bool IsUnsafe(char c) => char.IsControl(c) || c is '\u2028' or '\u2029' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
