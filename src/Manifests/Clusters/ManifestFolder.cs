using RegressionAnalyzer.Manifests.Trees;

namespace RegressionAnalyzer.Manifests.Clusters;

/// <summary>Reads a folder of plain manifests in the order of its kustomization, which is the order to apply them in.</summary>
internal static class ManifestFolder
{
    private const string Kustomization = "kustomization.yaml";

    /// <exception cref="ManifestException">The folder holds no manifests that can be read.</exception>
    public static IReadOnlyList<ApiResource> Read(string folder, string? otherNamespace)
    {
        try
        {
            if (!File.Exists(Path.Combine(folder, Kustomization)))
                throw new ManifestException($"'{folder}' holds no manifests. Needed: {Kustomization} and the files it names, as publishing writes them.");
            var files = (ReadAll(folder, Kustomization).FirstOrDefault()?["resources"] as Sequence ?? []).Select(item => item.ToString()!);
            return [.. files.SelectMany(file => ReadAll(folder, file).Select(tree => ApiResource.From(tree, file, otherNamespace)))];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ManifestException($"The manifests in '{folder}' cannot be read: {e.Message}", e);
        }
    }

    private static IEnumerable<Map> ReadAll(string folder, string file) => YamlReader.ReadAll(File.ReadAllText(Path.Combine(folder, file)), file)
        .Select(node => node as Map ?? throw new ManifestException($"{file}, line {node.Line}: no Kubernetes object."));
}
