using RegressionAnalyzer.Manifests.RawCharts;

namespace RegressionAnalyzer.Manifests.Publishing;

/// <summary>The names of all files that publishing may write. A file of another name is somebody else's, wherever it is.</summary>
internal static class OwnFiles
{
    public static readonly IReadOnlyList<string> Folders = ["chart", "k8s"];

    private static readonly string[] Kinds =
        ["namespace", "serviceaccount", "secrets", "configmap", "pvc", "deployment", "service", "hpa", "pdb", "networkpolicy"];

    private static readonly HashSet<string> Paths =
    [
        "chart/Chart.yaml", "chart/README.md", "chart/templates/NOTES.txt", "chart/values.schema.json", "chart/values.yaml", "k8s/kustomization.yaml",
        .. Kinds.Select(kind => $"chart/templates/{kind}.yaml"), .. Kinds.Select(kind => $"k8s/{kind}.yaml"),
    ];

    /// <summary>What others of this solution write beside ours.</summary>
    private static readonly string[] Beside = ["compose", "manifest.json"];

    private static readonly string[] Raw = [RawChart.ChartFile, RawChart.ValuesFile, RawChart.TemplatesFolder];

    public static IEnumerable<string> RawPaths(string folder) => Raw.Select(name => Path.Combine(folder, name));

    /// <summary>Files of ours in the folders that are ours, relative to <paramref name="folder"/>.</summary>
    public static IEnumerable<string> Inside(string folder) => AllInside(folder).Where(Paths.Contains);

    /// <summary>Files of others in the folders that are ours, relative to <paramref name="folder"/>.</summary>
    public static IEnumerable<string> ForeignInside(string folder) => AllInside(folder).Where(path => !Paths.Contains(path));

    /// <summary>Files and folders of others beside ours.</summary>
    public static IEnumerable<string> ForeignBeside(string folder) => Directory.EnumerateFileSystemEntries(folder)
        .Select(path => Path.GetFileName(path)!)
        .Except([.. Folders, .. Beside, .. Raw])
        .Where(name => !name.EndsWith(OutputFolder.Temporary, StringComparison.Ordinal));

    private static IEnumerable<string> AllInside(string folder) => Folders
        .Select(name => Path.Combine(folder, name))
        .Where(Directory.Exists)
        .SelectMany(path => Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories))
        .Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/'));
}
