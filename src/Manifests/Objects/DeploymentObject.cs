using RegressionAnalyzer.Manifests.Pods;
using RegressionAnalyzer.Manifests.Trees;

namespace RegressionAnalyzer.Manifests.Objects;

/// <summary>
/// The Deployment. It has no <c>replicas</c>: applying a manifest that has them resets the scale that the autoscaler has chosen.
/// </summary>
internal static class DeploymentObject
{
    public static Manifest Build(Workload workload) => new("deployment.yaml", new Map
    {
        { "apiVersion", "apps/v1" },
        { "kind", "Deployment" },
        { "metadata", Metadata.Of(workload, workload.Name, PullPolicyExemption(workload)) },
        {
            "spec", new Map
            {
                { "minReadySeconds", Rollout.MinReadySeconds(workload) },
                { "revisionHistoryLimit", new Scalar(5).Because("five revisions to roll back to") },
                { "selector", new Map { { "matchLabels", Metadata.Selector(workload) } }.Because("a selector can never change, so it holds nothing but the name") },
                { "strategy", Rollout.Strategy() },
                { "template", new Map { { "metadata", PodMetadata(workload) }, { "spec", PodSpec.Build(workload) } } },
            }
        },
    });

    private static Entry[] PullPolicyExemption(Workload workload) => workload.Settings.Image.PullPolicy == ImagePullPolicy.Always
        ? []
        : [Exemptions.Annotation("container-image-pull-policy", "the tag is a version that never moves, and a node that has the image starts without the registry")];

    private static Map PodMetadata(Workload workload) => new()
    {
        { "labels", Metadata.Labels(workload) },
        { "annotations", Metadata.Annotations(new Entry(Labelling.ConfigChecksum, ConfigMapObject.Checksum(workload))) },
    };
}
