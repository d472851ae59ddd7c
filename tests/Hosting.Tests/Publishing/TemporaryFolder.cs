namespace RegressionAnalyzer.Hosting.Tests.Publishing;

/// <summary>A folder that goes with the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("hosting-tests-").FullName;

    public string this[string relative] => System.IO.Path.Combine(Path, relative);

    /// <summary>Every file by its path in the folder, with its content; the projects that were published are not what came of it.</summary>
    public IReadOnlyDictionary<string, string> Files => new SortedDictionary<string, string>(
        Directory.GetFiles(Path, "*", SearchOption.AllDirectories)
            .Where(f => !f.EndsWith(".csproj", StringComparison.Ordinal))
            .ToDictionary(f => System.IO.Path.GetRelativePath(Path, f).Replace('\\', '/'), File.ReadAllText),
        StringComparer.Ordinal);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
