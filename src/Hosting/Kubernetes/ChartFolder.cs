using Aspire.Hosting.Publishing;

namespace Aspire.Hosting.Kubernetes;

/// <summary>The folder a chart is written to: <c>Chart.yaml</c>, <c>values.yaml</c> and <c>templates</c> are ours, everything else stays.</summary>
internal sealed class ChartFolder(string path)
{
    /// <summary>A keyword that every chart of Aspire has; by it we know our own.</summary>
    private const string Mark = "- \"aspire\"";

    /// <exception cref="DistributedApplicationException">The folder holds a chart, or templates, of somebody else. Nothing was changed.</exception>
    public void Replace(IEnumerable<PublishedFile> files)
    {
        RefuseToReplaceOthers();
        using var folder = new StagedFolder(path);
        foreach (var file in files)
        {
            folder.Write(file);
        }

        folder.Commit();
    }

    private void RefuseToReplaceOthers()
    {
        var chart = Path.Combine(path, "Chart.yaml");
        var isOurs = File.Exists(chart) && File.ReadAllText(chart).Contains(Mark, StringComparison.Ordinal);
        var other = isOurs ? null : new[] { chart, Path.Combine(path, "values.yaml"), Path.Combine(path, "templates") }.FirstOrDefault(Path.Exists);
        if (other is not null)
        {
            throw new DistributedApplicationException(
                $"'{other}' was not written by an earlier publish, and would be replaced. Choose another folder with --output-path, or remove it.");
        }
    }
}
