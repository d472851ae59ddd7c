namespace RegressionAnalyzer.Manifests.Verification.Rules;

/// <summary>Words for what a person typed.</summary>
internal static class Spelling
{
    private const int Longest = 80;

    /// <summary>The name that was probably meant, or null.</summary>
    public static string? Nearest(string typed, IEnumerable<string> known)
    {
        if (typed.Length > Longest)
            return null;
        var best = known.Select(name => (Name: name, Distance: Distance(typed.ToLowerInvariant(), name.ToLowerInvariant()))).OrderBy(n => n.Distance).FirstOrDefault();
        return best.Name is not null && best.Distance <= Math.Max(1, typed.Length / 4) ? best.Name : null;
    }

    /// <summary>Cut to a length that fits a line.</summary>
    public static string Shown(string text) => text.Length > Longest ? text[..Longest] + "…" : text;

    /// <summary>Levenshtein's distance, by two rows of its matrix.</summary>
    private static int Distance(string left, string right)
    {
        var previous = Enumerable.Range(0, right.Length + 1).ToArray();
        var current = new int[right.Length + 1];
        for (var i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= right.Length; j++)
                current[j] = Math.Min(Math.Min(current[j - 1], previous[j]) + 1, previous[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1));
            (previous, current) = (current, previous);
        }

        return previous[right.Length];
    }
}
