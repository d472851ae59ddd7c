namespace RegressionAnalyzer.Api.Problems;

/// <summary>What somebody who mistyped a name may have meant.</summary>
internal static class Spelling
{
    /// <summary>A question that names the nearest; nothing where none is near.</summary>
    public static string DidYouMean(string typed, IEnumerable<string> known) =>
        known.Select(name => (Name: name, Steps: Distance(typed.ToUpperInvariant(), name.ToUpperInvariant())))
            .Where(near => near.Steps <= Math.Max(1, Math.Min(typed.Length, near.Name.Length) / 3))
            .OrderBy(static near => near.Steps)
            .Select(static near => $" Did you mean '{near.Name}'?")
            .FirstOrDefault("");

    /// <summary>The letters to put in, take out or change to make one word of the other (Levenshtein), row by row of the matrix.</summary>
    private static int Distance(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var (diagonal, above) = (row[0], 0);
            row[0] = i;
            for (var j = 1; j <= to.Length; j++, diagonal = above)
            {
                above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, diagonal + (from[i - 1] == to[j - 1] ? 0 : 1));
            }
        }

        return row[to.Length];
    }
}
