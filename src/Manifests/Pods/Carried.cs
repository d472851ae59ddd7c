using RegressionAnalyzer.Manifests.Trees;

namespace RegressionAnalyzer.Manifests.Pods;

/// <summary>Takes over from the chart the fields that nothing here decides.</summary>
internal static class Carried
{
    public const string Chart = "the published chart";

    public static Map Over(Map raw, Map ours, string? why = null)
    {
        var known = ours.Select(e => e.Key).ToHashSet();
        foreach (var entry in raw.Where(e => !known.Contains(e.Key)).OrderBy(e => e.Key, StringComparer.Ordinal))
            ours.Add(entry.Key, why is null ? entry.Value : entry.Value.Because(why));
        return ours;
    }
}
