using System.Runtime.CompilerServices;

namespace RegressionAnalyzer.Hosting.Tests.Publishing;

/// <summary>Files that were read by a person and found right. With <c>GOLDEN=write</c> in the environment they are written anew, to be read again.</summary>
internal static class Golden
{
    private static readonly bool Rewrite = Environment.GetEnvironmentVariable("GOLDEN") == "write";

    /// <param name="name">The folder beside the test, under <c>Golden</c>.</param>
    public static void AssertEqual(string name, IReadOnlyDictionary<string, string> published, [CallerFilePath] string test = "")
    {
        var folder = Path.Combine(Path.GetDirectoryName(test)!, "Golden", name);
        if (Rewrite)
        {
            Write(folder, published);
        }

        var expected = Directory.GetFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(f => Path.GetRelativePath(folder, f), File.ReadAllText);
        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), published.Keys.Order(StringComparer.Ordinal));
        Assert.All(published, file => Assert.Equal(expected[file.Key], file.Value));
    }

    private static void Write(string folder, IReadOnlyDictionary<string, string> files)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        foreach (var (path, content) in files)
        {
            var file = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, content);
        }
    }
}
