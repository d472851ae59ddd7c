using RegressionAnalyzer.Manifests.Charts;
using RegressionAnalyzer.Manifests.Objects;
using RegressionAnalyzer.Manifests.RawCharts;
using RegressionAnalyzer.Manifests.Trees;

namespace RegressionAnalyzer.Manifests.Publishing;

/// <summary>All artifacts of a deployment, in memory.</summary>
internal sealed record Rendering(
    DeploymentSettings Settings,
    IReadOnlyList<Workload> Workloads,
    IReadOnlyList<ChartValue> Values,
    IReadOnlyList<Manifest> Manifests)
{
    public static Rendering Of(RawChart chart, DeploymentSettings settings)
    {
        var workloads = Match(chart, settings);
        return new(settings, workloads, ValueCatalog.Of(settings, workloads), Catalog.Of(settings, workloads));
    }

    /// <summary>The objects as the plain manifests have them: with the chart's default values, and with the namespace.</summary>
    public IReadOnlyList<(Manifest Manifest, Map Tree)> PlainObjects
    {
        get
        {
            var values = Values.ToTree();
            ((Map)values["namespace"]!)["create"] = true;
            return Plain.Objects(Manifests, values);
        }
    }

    public IReadOnlyList<PublishedFile> Files => [.. ChartFiles.Write(Settings, Workloads, Values, Manifests), .. Plain.Files(PlainObjects)];

    private static List<Workload> Match(RawChart chart, DeploymentSettings settings)
    {
        var found = settings.Workloads.Select(w => new Workload(settings, w, Find(chart, w.Resource))).ToList();
        var extra = chart.Workloads.FirstOrDefault(raw => !settings.Workloads.Any(w => w.Resource == raw.Resource));
        if (extra is not null)
        {
            throw new ManifestException(
                $"{extra.File}: there are no settings for the resource '{extra.Resource}'. Give some, or leave it out of the chart (a dashboard by WithDashboard(false)).");
        }

        return found;
    }

    private static RawWorkload Find(RawChart chart, string resource) => chart.Workloads.FirstOrDefault(raw => raw.Resource == resource)
        ?? throw new ManifestException(
            $"The chart has no resource '{resource}', for which there are settings. It has: {string.Join(", ", chart.Workloads.Select(raw => raw.Resource))}.");
}
