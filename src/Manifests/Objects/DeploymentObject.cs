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
        { "metadata", Metadata.Of(workload, workload.Name, [PullPolicyExemption(workload), .. ClaimExemption(workload)]) },
        {
            "spec", new Map
            {
                { "minReadySeconds", Rollout.MinReadySeconds(workload) },
                { "revisionHistoryLimit", new Scalar(5).Because("five revisions to roll back to") },
                { "selector", Selector(workload) },
                { "strategy", Rollout.Strategy() },
                { "template", new Map { { "metadata", PodMetadata(workload) }, { "spec", PodSpec.Build(workload) } } },
            }
        },
    });

    private static Map Selector(Workload workload) =>
        new Map { { "matchLabels", Metadata.Selector(workload) } }.Because("a selector can never change, so it holds nothing but the name");

    private static Entry PullPolicyExemption(Workload workload)
    {
        var policy = workload.Values["image"]["pullPolicy"];
        const string Reason = "the tag is a version that never moves, and a node that has the image starts without the registry";
        return Exemptions.Annotation("container-image-pull-policy", Reason) with
        {
            When = new($"ne {policy.Helm} \"Always\"", values => policy.Text(values) != "Always"),
        };
    }

    /// <summary>A claim that is there already is in none of these files.</summary>
    private static IEnumerable<Entry> ClaimExemption(Workload workload)
    {
        var claims = workload.Settings.Volumes.Select(v => workload.Volume(v)["existingClaim"]).ToList();
        if (claims.Count == 0)
            return [];
        var helm = claims.Count == 1 ? claims[0].Helm : "or " + string.Join(' ', claims.Select(c => c.Helm));
        var condition = new Condition(helm, values => claims.Exists(c => c.IsSet.Holds(values)));
        return [Exemptions.Annotation("missing-claim", "the claim is in the cluster already") with { When = condition }];
    }

    private static Map PodMetadata(Workload workload) => new()
    {
        { "labels", Metadata.Labels(workload) },
        { "annotations", Metadata.Annotations(new Entry(Labelling.ConfigChecksum, ConfigMapObject.Checksum(workload))) },
    };
}
