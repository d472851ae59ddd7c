using RegressionAnalyzer.Manifests.RawCharts;

namespace RegressionAnalyzer.Manifests.Publishing;

/// <summary>
/// The folder publishing writes to. New content is written beside the old and takes its place by renaming once all of it is there, so that
/// whatever happens in between the old artifacts stay as they were.
/// </summary>
internal sealed class OutputFolder(string folder)
{
    private const string New = ".new.publishing";
    private const string Old = ".old.publishing";

    /// <summary>What publishing owns: these folders, the Compose artifacts and the manifest beside them.</summary>
    private static readonly string[] Owned = ["chart", "k8s"];
    private static readonly string[] OwnedByOthers = ["compose", "manifest.json"];
    private static readonly string[] Raw = [RawChart.ChartFile, RawChart.ValuesFile, RawChart.TemplatesFolder];

    /// <summary>Replaces <c>chart</c> and <c>k8s</c> and removes the raw chart.</summary>
    public void Replace(IReadOnlyList<PublishedFile> files)
    {
        try
        {
            Recover();
            foreach (var file in files)
                Write(file);
            foreach (var name in Owned)
                Swap(name);
            RemoveRaw();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            RemoveNew();
            throw new ManifestException($"The output folder '{folder}' cannot be written: {e.Message} The artifacts there are as they were.", e);
        }
    }

    /// <summary>Files and folders that are not publishing's, by name, sorted. Inside the folders we own: those we do not write.</summary>
    public IReadOnlyList<string> Foreign(IReadOnlyList<PublishedFile> files)
    {
        var ours = files.Select(f => f.Path).ToHashSet();
        var outside = Directory.EnumerateFileSystemEntries(folder)
            .Select(path => Path.GetFileName(path)!)
            .Where(name => !Owned.Contains(name) && !OwnedByOthers.Contains(name) && !Raw.Contains(name));
        return [.. outside.Order(StringComparer.Ordinal)];
    }

    private void Write(PublishedFile file)
    {
        var slash = file.Path.IndexOf('/', StringComparison.Ordinal);
        var path = Path.Combine(folder, file.Path[..slash] + New, file.Path[(slash + 1)..]);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, file.Content);
    }

    private void Swap(string name)
    {
        var current = Path.Combine(folder, name);
        if (Directory.Exists(current))
            Directory.Move(current, current + Old);
        Directory.Move(current + New, current);
        if (Directory.Exists(current + Old))
            Directory.Delete(current + Old, recursive: true);
    }

    /// <summary>Sets right what a run that was killed has left: new content that is not whole, old content that had not been replaced yet.</summary>
    private void Recover()
    {
        RemoveNew();
        foreach (var name in Owned)
        {
            var current = Path.Combine(folder, name);
            if (Directory.Exists(current + Old) && !Directory.Exists(current))
                Directory.Move(current + Old, current);
            else if (Directory.Exists(current + Old))
                Directory.Delete(current + Old, recursive: true);
        }
    }

    private void RemoveNew()
    {
        foreach (var path in Owned.Select(name => Path.Combine(folder, name + New)).Where(Directory.Exists))
            Directory.Delete(path, recursive: true);
    }

    private void RemoveRaw()
    {
        foreach (var path in Raw.Select(name => Path.Combine(folder, name)))
        {
            if (Directory.Exists(path))
                Directory.Delete(path, recursive: true);
            else
                File.Delete(path);
        }
    }
}
