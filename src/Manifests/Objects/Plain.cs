using RegressionAnalyzer.Manifests.Trees;

namespace RegressionAnalyzer.Manifests.Objects;

/// <summary>The plain manifests: the same trees with the values filled in, and the kustomization that lists them.</summary>
internal static class Plain
{
    /// <summary>The objects that there are with these values, in order.</summary>
    public static IReadOnlyList<(Manifest Manifest, Map Tree)> Objects(IEnumerable<Manifest> manifests, Map values) =>
        [.. manifests.Where(m => m.When?.Holds(values) ?? true).Select(m => (m, (Map)Evaluator.Evaluate(m.Tree, values)!))];

    public static IEnumerable<PublishedFile> Files(IReadOnlyList<(Manifest Manifest, Map Tree)> objects)
    {
        var files = objects.GroupBy(o => o.Manifest.File).ToList();
        foreach (var file in files)
            yield return new($"k8s/{file.Key}", ManifestText.Plain([.. file]));
        yield return new("k8s/kustomization.yaml", YamlWriter.Write(new Map
        {
            { "apiVersion", "kustomize.config.k8s.io/v1beta1" },
            { "kind", "Kustomization" },
            { "resources", new Sequence(files.Select(f => (Node)f.Key)) },
        }));
    }
}
