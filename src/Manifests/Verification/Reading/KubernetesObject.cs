using RegressionAnalyzer.Manifests.Trees;

namespace RegressionAnalyzer.Manifests.Verification.Reading;

/// <summary>One object of the manifests, with the type that the Kubernetes client has for it.</summary>
internal sealed class KubernetesObject
{
    public const string DefaultNamespace = "default";

    private IReadOnlyList<TypedPlace>? _fields;

    public KubernetesObject(string file, Map tree, string path = "")
    {
        File = file;
        Root = new Place(this, tree, step: path);
        ApiVersion = Root["apiVersion"].TextOrEmpty;
        Kind = Root["kind"].TextOrEmpty;
        var slash = ApiVersion.IndexOf('/', StringComparison.Ordinal);
        (Group, Version) = slash < 0 ? ("", ApiVersion) : (ApiVersion[..slash], ApiVersion[(slash + 1)..]);
        Metadata = Root["metadata"];
        Name = Metadata["name"].Text ?? Metadata["generateName"].TextOrEmpty;
        Type = KindCatalog.Find(Group, Version, Kind);
        Pod = PodTemplate.Of(this);
    }

    public string File { get; }

    public Place Root { get; }

    public string ApiVersion { get; }

    public string Kind { get; }

    public string Group { get; }

    public string Version { get; }

    public Place Metadata { get; }

    public string Name { get; }

    public Place Spec => Root["spec"];

    /// <summary>Null for custom resources, and for versions that the client has no longer.</summary>
    public Type? Type { get; }

    /// <summary>The pods this object makes, or null.</summary>
    public PodTemplate? Pod { get; }

    public bool IsClusterScoped => KindCatalog.IsClusterScoped(Group, Kind);

    /// <summary>The namespace it lands in when it is applied without <c>-n</c>; empty for an object that has none.</summary>
    public string Namespace => IsClusterScoped ? "" : Metadata["namespace"].Text ?? DefaultNamespace;

    public string Title => Metadata["namespace"].Text is { Length: > 0 } ns && !IsClusterScoped ? $"{Kind}/{ns}/{Name}" : $"{Kind}/{Name}";

    /// <summary>Every field with the type it is to have; what does not fit the types is left out here and found by strict decoding.</summary>
    public IReadOnlyList<TypedPlace> Fields => _fields ??= Type is null ? [] : [.. TypedPlace.Of(Root, Shape.Of(Type))];

    public bool Is(string kind, params ReadOnlySpan<string> groups)
    {
        if (Kind != kind)
            return false;
        foreach (var group in groups)
        {
            if (Group == group)
                return true;
        }

        return groups.Length == 0;
    }
}
