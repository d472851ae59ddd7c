using RegressionAnalyzer.Manifests.Trees;

namespace RegressionAnalyzer.Manifests.Pods;

/// <summary>Takes over from the chart the fields that nothing here decides.</summary>
internal static class Carried
{
    public static Map Over(Map raw, Map ours)
    {
        var known = ours.Select(e => e.Key).ToHashSet();
        foreach (var entry in raw.Where(e => !known.Contains(e.Key)).OrderBy(e => e.Key, StringComparer.Ordinal))
            ours.Add(entry.Key, entry.Value.Because("the published chart"));
        return ours;
    }
}
