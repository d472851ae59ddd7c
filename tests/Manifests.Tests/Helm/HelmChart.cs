using RegressionAnalyzer.Manifests.Trees;

namespace RegressionAnalyzer.Manifests.Tests.Helm;

/// <summary>
/// Renders a chart as <c>helm template</c> does, for the part of the template language that our charts use; anything else is an error. It
/// stands in for Helm where that cannot be had, and reads nothing but the text of the chart's files.
/// </summary>
internal sealed class HelmChart(IReadOnlyList<PublishedFile> files)
{
    public Map DefaultValues => (Map)YamlReader.ReadAll(files.Single(f => f.Path == "chart/values.yaml").Content, "values.yaml").Single();

    /// <summary>The objects of all templates, in the order of their files.</summary>
    public IReadOnlyList<Map> Render(string release, string releaseNamespace, Map? overrides = null)
    {
        var root = Root(release, releaseNamespace, overrides ?? []);
        return [.. files.Where(f => f.Path.StartsWith("chart/templates/", StringComparison.Ordinal) && f.Path.EndsWith(".yaml", StringComparison.Ordinal))
            .SelectMany(f => YamlReader.ReadAll(HelmTemplate.Parse(f.Content).Render(root), f.Path).Cast<Map>())];
    }

    /// <summary>What Helm shows once the chart is installed.</summary>
    public string Notes(string releaseNamespace, Map overrides) => HelmTemplate.Parse(files.Single(f => f.Path == "chart/templates/NOTES.txt").Content)
        .Render(Root("release", releaseNamespace, overrides));

    private Map Root(string release, string releaseNamespace, Map overrides) => new()
    {
        { "Values", Merge(DefaultValues, overrides) },
        { "Release", new Map { { "Name", release }, { "Namespace", releaseNamespace } } },
    };

    /// <summary>As Helm merges values: maps by key, all else replaced, null removes.</summary>
    private static Map Merge(Map defaults, Map overrides)
    {
        var merged = new Map();
        foreach (var entry in defaults)
        {
            var value = overrides[entry.Key];
            if (value is null)
                merged.Add(entry);
            else if (value is Map inner && entry.Value is Map own)
                merged.Add(entry.Key, Merge(own, inner));
            else if (value is not Scalar { Kind: ScalarKind.Null })
                merged.Add(entry.Key, value);
        }

        foreach (var entry in overrides.Where(e => defaults[e.Key] is null))
            merged.Add(entry);
        return merged;
    }
}
