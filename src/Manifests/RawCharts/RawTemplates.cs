using RegressionAnalyzer.Manifests.Trees;

namespace RegressionAnalyzer.Manifests.RawCharts;

/// <summary>An object of a raw chart: the resource whose folder it is in, its file for messages, and its tree.</summary>
internal sealed record RawObject(string Resource, string File, Map Tree)
{
    public string Kind => Tree.Text("kind") ?? "";

    public string Name => (Tree.Find("metadata", "name") as Scalar)?.Text ?? "";
}

/// <summary>Reads the templates of a chart as trees.</summary>
internal static class RawTemplates
{
    public static IEnumerable<RawObject> Read(string folder)
    {
        var chart = ReadMap(folder, RawChart.ChartFile);
        var values = File.Exists(Path.Combine(folder, RawChart.ValuesFile)) ? ReadMap(folder, RawChart.ValuesFile) : [];
        var templates = Path.Combine(folder, RawChart.TemplatesFolder);
        var identities = new Dictionary<string, string>();
        foreach (var path in Directory.EnumerateFiles(templates, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            if (Path.GetExtension(path) is not (".yaml" or ".yml"))
                continue;
            var file = Path.GetRelativePath(folder, path).Replace('\\', '/');
            foreach (var node in YamlReader.ReadAll(Templating.Quote(File.ReadAllText(path), file), file))
            {
                var found = Object(node, file, new RawValues(chart, values, file));
                if (!identities.TryAdd($"{found.Kind}/{found.Name}", file))
                    throw new ManifestException($"{file}: {found.Kind} '{found.Name}' is in {identities[$"{found.Kind}/{found.Name}"]} too. Allowed: one object of a kind and name.");
                yield return found;
            }
        }
    }

    private static RawObject Object(Node node, string file, RawValues values)
    {
        if (node is not Map tree || tree.Text("kind") is not { Length: > 0 } kind || (tree.Find("metadata", "name") as Scalar)?.Text is not { Length: > 0 })
            throw new ManifestException($"{file}, line {node.Line}: no Kubernetes object. Needed: a map with kind and metadata.name.");
        var parts = file.Split('/');
        if (parts.Length < 3)
            throw new ManifestException($"{file}: belongs to no resource. Needed: {RawChart.TemplatesFolder}/<resource>/<file>.yaml.");
        return new RawObject(parts[1], file, kind == "Secret" ? tree : (Map)Templating.Fill(tree, values));
    }

    private static Map ReadMap(string folder, string file) => YamlReader.ReadAll(File.ReadAllText(Path.Combine(folder, file)), file) switch
    {
        [Map map] => map,
        [] => [],
        _ => throw new ManifestException($"{file}: needed is one map."),
    };
}
