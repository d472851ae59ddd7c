using RegressionAnalyzer.Manifests.Publishing;
using RegressionAnalyzer.Manifests.RawCharts;

namespace RegressionAnalyzer.Manifests;

/// <summary>Turns the chart that the publisher wrote into artifacts a cluster accepts as they are.</summary>
public static class ManifestFinisher
{
    /// <summary>
    /// Takes the raw chart at the root of <paramref name="outputFolder"/> (<c>Chart.yaml</c>, <c>values.yaml</c>, <c>templates/</c>) and writes
    /// <c>chart/</c> and <c>k8s/</c> there. Each of the two is replaced whole, once the new content of both is complete; the raw chart is then gone.
    /// Files of others are named in the report and left as they are.
    /// </summary>
    /// <exception cref="ManifestException">The settings are not valid, the folder holds no chart that can be read, or it cannot be written. Nothing was changed.</exception>
    public static FinishReport Finish(string outputFolder, DeploymentSettings settings)
    {
        var rendering = Read(outputFolder, settings);
        var files = rendering.Files;
        var folder = new OutputFolder(outputFolder);
        var foreign = folder.Foreign;
        folder.Replace(files);
        return new FinishReport
        {
            Files = [.. files.Select(f => f.Path)],
            Objects = [.. rendering.PlainObjects.Select(o => $"{o.Tree.Text("kind")}/{o.Tree.Find("metadata", "name")}")],
            ForeignFiles = foreign,
        };
    }

    /// <summary>Removes the raw chart at the root of the folder, and nothing else, without asking whether it can be removed.</summary>
    public static void RemoveRawChart(string outputFolder) => new OutputFolder(outputFolder).RemoveRaw();

    /// <summary>The same artifacts in memory; the folder is only read.</summary>
    /// <exception cref="ManifestException">The settings are not valid, or the folder holds no chart that can be read.</exception>
    public static IReadOnlyList<PublishedFile> Render(string chartFolder, DeploymentSettings settings) => Read(chartFolder, settings).Files;

    private static Rendering Read(string chartFolder, DeploymentSettings settings) => Rendering.Of(RawChart.Read(chartFolder), settings.Checked());
}
