using RegressionAnalyzer.Manifests.Trees;

namespace RegressionAnalyzer.Manifests.Objects;

/// <summary>Name, namespace, labels and annotations. Every object has the recommended labels, so that tools find what belongs together.</summary>
internal static class Metadata
{
    private static readonly ValuePath ExtraLabels = new("commonLabels");
    private static readonly ValuePath ExtraAnnotations = new("commonAnnotations");

    public static Map Of(Workload workload, string name, params IReadOnlyList<Entry> annotations) => new()
    {
        { "name", new Scalar(name).Because("the resource's name in the model") },
        { "namespace", Namespace(workload.Deployment) },
        { "labels", Labels(workload) },
        { "annotations", Annotations(annotations) },
    };

    public static Expression Namespace(DeploymentSettings settings) =>
        new Expression("{{ .Release.Namespace | quote }}", _ => settings.EffectiveNamespace).Because("setting Namespace; in the chart the release's namespace");

    public static Map Labels(Workload workload) => new Map
    {
        { Labelling.App, workload.Name },
        { Labelling.Name, workload.Name },
        { Labelling.Instance, new Expression("{{ .Release.Name | quote }}", _ => workload.Deployment.Name) },
        { Labelling.Version, workload.Values["image"]["tag"].AsText() },
        { Labelling.PartOf, workload.Deployment.Name },
        new Spread(ExtraLabels),
    }.Because("recommended labels; more by the setting Labels (chart value commonLabels)");

    /// <summary>The one label by which Service, Deployment and the rest find the pods; it never changes, for a Deployment's selector cannot.</summary>
    public static Map Selector(Workload workload) => new() { { Labelling.App, workload.Name } };

    public static Map Annotations(params IReadOnlyList<Entry> ours)
    {
        var annotations = new Map();
        foreach (var entry in ours)
            annotations.Add(entry);
        annotations.Add(new Spread(ExtraAnnotations));
        return annotations.Because("setting Annotations (chart value commonAnnotations)");
    }
}
