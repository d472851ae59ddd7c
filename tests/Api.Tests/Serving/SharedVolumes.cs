namespace RegressionAnalyzer.Api.Tests.Serving;

/// <summary>Two folders that stand for the shared volumes.</summary>
public sealed class SharedVolumes : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("regression-analyzer-");

    public SharedVolumes()
    {
        Directory.CreateDirectory(Data);
        Directory.CreateDirectory(Output);
    }

    public string Root => _root.FullName;

    public string Data => Path.Combine(Root, "data");

    public string Output => Path.Combine(Root, "output");

    /// <summary>Every file on both volumes, by its path from their common root, but for the probes by which replicas watch the volumes.</summary>
    public IReadOnlyList<string> Files => [.. Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(Root, path))
        .Where(static path => !path.Contains("/.probe-", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)];

    public void Dispose() => _root.Delete(recursive: true);
}
