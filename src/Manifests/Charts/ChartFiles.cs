using RegressionAnalyzer.Manifests.Objects;
using RegressionAnalyzer.Manifests.Trees;

namespace RegressionAnalyzer.Manifests.Charts;

/// <summary>The finished chart, file by file.</summary>
internal static class ChartFiles
{
    public static IEnumerable<PublishedFile> Write(
        DeploymentSettings settings, IReadOnlyList<Workload> workloads, IReadOnlyList<ChartValue> values, IEnumerable<Manifest> manifests)
    {
        yield return new("chart/Chart.yaml", YamlWriter.Write(Description(settings)));
        yield return new("chart/README.md", ReadmeFile.Write(settings, values));
        yield return new("chart/templates/NOTES.txt", NotesFile.Write(workloads));
        foreach (var file in manifests.GroupBy(m => m.File))
            yield return new($"chart/templates/{file.Key}", ManifestText.Template([.. file]));
        yield return new("chart/values.schema.json", SchemaFile.Write(values));
        yield return new("chart/values.yaml", ValuesFile.Write(values));
    }

    private static Map Description(DeploymentSettings settings) => new()
    {
        { "apiVersion", "v2" },
        { "name", settings.Name },
        { "description", settings.Description.Length == 0 ? $"{settings.Name}, published from its model" : settings.Description },
        { "type", "application" },
        { "version", settings.Version },
        { "appVersion", new Scalar(settings.Workloads[0].Image.Tag) },
        { "kubeVersion", $">={settings.KubernetesVersion}.0-0" },
    };
}
