namespace RegressionAnalyzer.Manifests.Tests;

/// <summary>A folder of a test's own, gone when the test is over.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("manifests-").FullName;

    /// <summary>A folder that holds the raw chart of a source, as the publisher leaves it.</summary>
    public static TemporaryFolder WithChart(string source = "local")
    {
        var folder = new TemporaryFolder();
        folder.CopyChart(source);
        return folder;
    }

    public void CopyChart(string source)
    {
        var from = Sample.Chart(source);
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
            Write(System.IO.Path.GetRelativePath(from, file), File.ReadAllText(file));
    }

    public string In(string path) => System.IO.Path.Combine(Path, path);

    public string Read(string path) => File.ReadAllText(In(path));

    public void Write(string path, string content)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(In(path))!);
        File.WriteAllText(In(path), content);
    }

    /// <summary>Every file by its path, with its content: what a test compares before and after.</summary>
    public IReadOnlyDictionary<string, string> Snapshot() => Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories)
        .ToDictionary(file => System.IO.Path.GetRelativePath(Path, file).Replace('\\', '/'), File.ReadAllText);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
