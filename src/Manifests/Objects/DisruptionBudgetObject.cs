using RegressionAnalyzer.Manifests.Trees;

namespace RegressionAnalyzer.Manifests.Objects;

/// <summary>
/// The PodDisruptionBudget: draining nodes takes one pod at a time. A pod that is not healthy may always go, otherwise one that crashes
/// would block the drain for ever.
/// </summary>
internal static class DisruptionBudgetObject
{
    public static Manifest Build(Workload workload) => new("pdb.yaml", new Map
    {
        { "apiVersion", "policy/v1" },
        { "kind", "PodDisruptionBudget" },
        { "metadata", Metadata.Of(workload, workload.Name) },
        {
            "spec", new Map
            {
                { "maxUnavailable", new Scalar(1).Because("draining nodes takes one pod at a time") },
                { "unhealthyPodEvictionPolicy", new Scalar("AlwaysAllow").Because("a pod that crashes must not block the drain of its node") },
                { "selector", new Map { { "matchLabels", Metadata.Selector(workload) } } },
            }
        },
    });
}
