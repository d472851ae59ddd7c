using RegressionAnalyzer.Manifests.Trees;

namespace RegressionAnalyzer.Manifests.Clusters;

/// <summary>An object and where the API server has it.</summary>
internal sealed record ApiResource(Map Tree, string Kind, string Name, string? Namespace, string Path)
{
    /// <summary>Kinds that we publish, by the plural under which the API server has them.</summary>
    private static readonly Dictionary<string, string> Plurals = new()
    {
        ["Namespace"] = "namespaces",
        ["ServiceAccount"] = "serviceaccounts",
        ["Secret"] = "secrets",
        ["ConfigMap"] = "configmaps",
        ["PersistentVolumeClaim"] = "persistentvolumeclaims",
        ["Deployment"] = "deployments",
        ["Service"] = "services",
        ["HorizontalPodAutoscaler"] = "horizontalpodautoscalers",
        ["PodDisruptionBudget"] = "poddisruptionbudgets",
        ["NetworkPolicy"] = "networkpolicies",
    };

    public override string ToString() => $"{Kind}/{Name}";

    /// <exception cref="ManifestException">The object is of a kind that we do not publish.</exception>
    public static ApiResource From(Map tree, string file, string? otherNamespace)
    {
        var (kind, version) = (tree.Text("kind") ?? "", tree.Text("apiVersion") ?? "");
        if (!Plurals.TryGetValue(kind, out var plural) || tree["metadata"] is not Map metadata || metadata.Text("name") is not { Length: > 0 } name)
            throw new ManifestException($"{file}: {(kind.Length == 0 ? "an object without a kind" : kind)} cannot be deployed. Known: {string.Join(", ", Plurals.Keys)}, each with a name.");
        var root = version.Contains('/', StringComparison.Ordinal) ? $"apis/{version}" : $"api/{version}";
        if (kind == "Namespace")
        {
            metadata["name"] = otherNamespace ?? name;
            return new(tree, kind, metadata.Text("name")!, null, $"{root}/{plural}/{metadata.Text("name")}");
        }

        if (otherNamespace is not null)
            metadata["namespace"] = otherNamespace;
        var home = metadata.Text("namespace") ?? throw new ManifestException($"{file}: {kind} '{name}' has no namespace. Needed: metadata.namespace.");
        return new(tree, kind, name, home, $"{root}/namespaces/{home}/{plural}/{name}");
    }
}
