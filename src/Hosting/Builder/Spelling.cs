namespace Aspire.Hosting;

/// <summary>What a person probably meant to type.</summary>
internal static class Spelling
{
    /// <returns><c> Did you mean '…'?</c>; empty when nothing is near.</returns>
    public static string Suggest(string typed, IEnumerable<string> known)
    {
        var nearest = known.Select(name => (Name: name, Distance: Distance(typed, name))).OrderBy(n => n.Distance).FirstOrDefault();
        return nearest.Name is { } name && (nearest.Distance <= Math.Max(2, typed.Length / 3) || IsBeginning(typed, name)) ? $" Did you mean {name}?" : "";
    }

    private static bool IsBeginning(string typed, string name) => typed.Length > 3 && name.StartsWith(typed, StringComparison.OrdinalIgnoreCase);

    /// <summary>How many letters to change, add, leave out or swap with their neighbour (optimal string alignment).</summary>
    private static int Distance(string one, string other)
    {
        var distance = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
        {
            for (var j = 0; j <= other.Length; j++)
            {
                distance[i, j] = i == 0 || j == 0 ? i + j : Math.Min(
                    Math.Min(distance[i - 1, j], distance[i, j - 1]) + 1,
                    distance[i - 1, j - 1] + (Same(one[i - 1], other[j - 1]) ? 0 : 1));
                if (i > 1 && j > 1 && Same(one[i - 1], other[j - 2]) && Same(one[i - 2], other[j - 1]))
                {
                    distance[i, j] = Math.Min(distance[i, j], distance[i - 2, j - 2] + 1);
                }
            }
        }

        return distance[one.Length, other.Length];
    }

    private static bool Same(char one, char other) => char.ToLowerInvariant(one) == char.ToLowerInvariant(other);
}
