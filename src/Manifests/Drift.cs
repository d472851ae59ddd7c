using System.Text;
using RegressionAnalyzer.Manifests.Publishing;

namespace RegressionAnalyzer.Manifests;

/// <summary>Whether a folder, such as the committed one, holds what publishing would write.</summary>
public sealed record Drift
{
    private const string Nothing = "/dev/null";

    /// <summary>Paths that differ, that are missing in the folder or that are there and would not be written, in ordinal order.</summary>
    public required IReadOnlyList<string> Paths { get; init; }

    /// <summary>The differences in the unified form: <c>-</c> is the folder, <c>+</c> what publishing would write.</summary>
    public required string Diff { get; init; }

    public bool IsNone => Paths.Count == 0;

    /// <summary>Compares files with a folder. Of the folder only <c>chart</c> and <c>k8s</c> count, and a file of another's in them is no drift.</summary>
    /// <exception cref="ManifestException">The folder cannot be read.</exception>
    public static Drift Between(string folder, IReadOnlyList<PublishedFile> files)
    {
        try
        {
            var there = OwnFiles.Inside(folder).ToDictionary(path => path, path => File.ReadAllText(Path.Combine(folder, path)), StringComparer.Ordinal);
            return Between(there, files.ToDictionary(f => f.Path, f => f.Content, StringComparer.Ordinal));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ManifestException($"The folder '{folder}' cannot be read: {e.Message}", e);
        }
    }

    internal static Drift Between(Dictionary<string, string> before, Dictionary<string, string> after)
    {
        var differing = before.Keys.Union(after.Keys).Where(path => before.GetValueOrDefault(path) != after.GetValueOrDefault(path));
        var paths = differing.Order(StringComparer.Ordinal).ToList();
        var diff = new StringBuilder();
        foreach (var path in paths)
        {
            diff.Append($"--- {(before.ContainsKey(path) ? path : Nothing)}\n+++ {(after.ContainsKey(path) ? path : Nothing)}\n");
            diff.Append(LineDiff.Unified(before.GetValueOrDefault(path, ""), after.GetValueOrDefault(path, "")));
        }

        return new Drift { Paths = paths, Diff = diff.ToString() };
    }
}
