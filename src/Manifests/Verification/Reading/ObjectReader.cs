using RegressionAnalyzer.Manifests.Trees;

namespace RegressionAnalyzer.Manifests.Verification.Reading;

/// <summary>What a file holds that cannot be read as it should.</summary>
internal sealed record ReadingProblem(string File, int Line, string Message, ReadingProblemKind Kind);

internal enum ReadingProblemKind
{
    Syntax,
    DuplicateKey,
    NoManifest,
}

/// <summary>Reads the objects of files, lists taken apart.</summary>
internal sealed class ObjectReader
{
    public List<KubernetesObject> Objects { get; } = [];

    public List<ReadingProblem> Problems { get; } = [];

    public List<string> Notes { get; } = [];

    public void Read(PublishedFile file, bool isNamed)
    {
        var faults = new List<YamlFault>();
        var documents = YamlReader.ReadAll(file.Content, faults);
        foreach (var fault in faults)
            Problems.Add(new(file.Path, fault.Line, fault.Message, fault.IsDuplicate ? ReadingProblemKind.DuplicateKey : ReadingProblemKind.Syntax));
        foreach (var document in documents)
            Add(file.Path, document, isNamed, path: "");
    }

    private void Add(string file, Node document, bool isNamed, string path)
    {
        if (document is not Map map)
        {
            Problems.Add(new(file, document.Line, "a document that is no object", ReadingProblemKind.NoManifest));
            return;
        }

        var (apiVersion, kind) = (Filled(map, "apiVersion"), Filled(map, "kind"));
        if (apiVersion && kind)
            Add(file, map, isNamed, path, map.Text("apiVersion")!, map.Text("kind")!);
        else if (isNamed || apiVersion || kind || path.Length > 0)
            Problems.Add(new(file, map.Line, $"an object without {(apiVersion ? "kind" : kind ? "apiVersion" : "apiVersion and kind")}", ReadingProblemKind.NoManifest));
        else
            Notes.Add($"{file}, line {map.Line}: no manifest, left out");
    }

    private void Add(string file, Map map, bool isNamed, string path, string apiVersion, string kind)
    {
        if (apiVersion.StartsWith("kustomize.config.k8s.io/", StringComparison.Ordinal))
            return;
        if (kind.EndsWith("List", StringComparison.Ordinal) && map["items"] is Sequence items)
        {
            for (var i = 0; i < items.Count; i++)
                Add(file, OfList(items[i], apiVersion, kind), isNamed, $"{path}items[{i}].");
            return;
        }

        Objects.Add(new KubernetesObject(file, map, path.TrimEnd('.')));
    }

    /// <summary>The items of a <c>ConfigMapList</c> are ConfigMaps, said or not; those of a <c>List</c> have to say what they are.</summary>
    private static Node OfList(Node item, string apiVersion, string kind)
    {
        if (kind == "List" || item is not Map map || map["kind"] is not null || map["apiVersion"] is not null)
            return item;
        var full = new Map { Line = map.Line };
        full.Add("apiVersion", apiVersion);
        full.Add("kind", kind[..^"List".Length]);
        foreach (var entry in map.Entries)
            full.Add(entry);
        return full;
    }

    private static bool Filled(Map map, string key) => map[key] is Scalar { Kind: ScalarKind.Text, Text.Length: > 0 };
}
