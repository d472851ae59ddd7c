namespace RegressionAnalyzer.Analysis.Loading;

/// <summary>Gives every column one name of its own.</summary>
internal static class ColumnNames
{
    /// <summary>An empty name becomes <c>column_N</c>, a name met before gets <c>_2</c>, <c>_3</c> …; each change is a warning.</summary>
    public static (IReadOnlyList<string> Names, IReadOnlyList<string> Warnings) From(IReadOnlyList<string> header)
    {
        var taken = new HashSet<string>(header, StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var names = new List<string>(header.Count);
        var warnings = new List<string>();
        for (var column = 0; column < header.Count; column++)
        {
            var name = header[column];
            if (name.Length == 0)
            {
                name = FreeName($"column_{column + 1}", taken);
                warnings.Add($"Column {column + 1} has no name; it is called '{name}' here.");
            }
            else if (seen.Contains(name))
            {
                var second = FreeName($"{name}_2", taken);
                warnings.Add($"The name '{name}' stands over more than one column; column {column + 1} is called '{second}' here.");
                name = second;
            }

            seen.Add(name);
            taken.Add(name);
            names.Add(name);
        }

        return (names, warnings);
    }

    private static string FreeName(string wanted, HashSet<string> taken)
    {
        var stem = wanted.EndsWith("_2", StringComparison.Ordinal) ? wanted[..^2] : wanted;
        var name = wanted;
        for (var number = 2; taken.Contains(name); number++)
            name = $"{stem}_{number}";
        return name;
    }
}
