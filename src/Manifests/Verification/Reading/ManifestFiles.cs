namespace RegressionAnalyzer.Manifests.Verification.Reading;

/// <summary>The files to verify, and what was left out.</summary>
/// <param name="Files">Each with whether a person named this very file: then a document in it that is no manifest is a fault, not a neighbour.</param>
internal sealed record ManifestFiles(IReadOnlyList<(PublishedFile File, bool IsNamed)> Files, IReadOnlyList<string> Notes)
{
    private const string ChartFile = "Chart.yaml";
    private const string Templates = "templates";

    /// <summary>A ConfigMap holds 1 MiB and a request 3 MiB; what is larger is no manifest.</summary>
    private const long LargestFile = 16L * 1024 * 1024;

    private static readonly string[] Extensions = [".yaml", ".yml", ".json"];

    public static ManifestFiles Of(IEnumerable<PublishedFile> files)
    {
        var all = files.ToList();
        var charts = all.Where(f => Name(f.Path) == ChartFile).Select(f => f.Path[..^ChartFile.Length]).ToList();
        var read = all.Where(f => IsManifest(f.Path) && !charts.Exists(chart => f.Path.StartsWith(chart, StringComparison.Ordinal))).ToList();
        return new([.. read.Select(f => (f, false))], [.. charts.Select(Note)]);
    }

    public static ManifestFiles Input(TextReader input) => new([(new PublishedFile("-", input.ReadToEnd()), true)], []);

    public static ManifestFiles Joined(IEnumerable<ManifestFiles> parts)
    {
        var all = parts.ToList();
        return new([.. all.SelectMany(p => p.Files).DistinctBy(f => f.File.Path)], [.. all.SelectMany(p => p.Notes).Distinct()]);
    }

    /// <exception cref="ManifestException">There is nothing at the path, or it cannot be read.</exception>
    public static ManifestFiles At(string path)
    {
        try
        {
            if (File.Exists(path))
                return new([(Read(path, path), true)], []);
            if (!Directory.Exists(path))
                throw new ManifestException($"There is no file or folder '{path}'.");
            var notes = new List<string>();
            var files = Enumerate(path, notes).Select(file => Read(file, Shown(path, file))).ToList();
            return new([.. files.Select(f => (f, false))], notes);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ManifestException($"'{path}' cannot be read: {e.Message}", e);
        }
    }

    private static IEnumerable<string> Enumerate(string folder, List<string> notes)
    {
        if (File.Exists(Path.Combine(folder, ChartFile)) && Directory.Exists(Path.Combine(folder, Templates)))
        {
            notes.Add(Note(folder.Replace('\\', '/') + "/"));
            yield break;
        }

        foreach (var file in Directory.EnumerateFiles(folder).Where(IsManifest).Order(StringComparer.Ordinal))
        {
            if (new FileInfo(file).Length <= LargestFile)
                yield return file;
            else
                notes.Add($"{file}: left out, it is larger than {LargestFile / 1024 / 1024} MiB");
        }

        foreach (var inner in new DirectoryInfo(folder).EnumerateDirectories().Where(d => d.LinkTarget is null && !d.Name.StartsWith('.')).OrderBy(d => d.Name, StringComparer.Ordinal))
        {
            foreach (var file in Enumerate(Path.Combine(folder, inner.Name), notes))
                yield return file;
        }
    }

    private static PublishedFile Read(string path, string shown)
    {
        if (new FileInfo(path).Length > LargestFile)
            throw new ManifestException($"'{path}' is larger than {LargestFile / 1024 / 1024} MiB, which no manifest is.");
        return new(shown.Replace('\\', '/'), File.ReadAllText(path));
    }

    /// <summary>As a code host names it: without the dot of the current folder.</summary>
    private static string Shown(string folder, string file)
    {
        var relative = Path.GetRelativePath(folder, file);
        return folder is "." or "./" ? relative : Path.Combine(folder, relative);
    }

    private static string Note(string chart) => $"{chart}: a Helm chart, left out; verify what `helm template` renders";

    private static bool IsManifest(string path) => Extensions.Contains(Path.GetExtension(path).ToLowerInvariant());

    private static string Name(string path) => path[(path.LastIndexOf('/') + 1)..];
}
