using RegressionAnalyzer.Manifests.Objects;
using RegressionAnalyzer.Manifests.Trees;

namespace RegressionAnalyzer.Manifests.Pods;

/// <summary>
/// Replicas on different nodes and zones where there are some; a cluster of one node still runs them all. Only pods of the same revision
/// are counted, so that old ones do not push new ones aside during a rollout.
/// </summary>
internal static class Spreading
{
    private const string Host = "kubernetes.io/hostname";
    private const string Zone = "topology.kubernetes.io/zone";

    public static Map Affinity(Workload workload) => new Map
    {
        {
            "podAntiAffinity", new Map
            {
                {
                    "preferredDuringSchedulingIgnoredDuringExecution", new Sequence(new Map
                    {
                        { "weight", 100 },
                        { "podAffinityTerm", new Map { { "labelSelector", new Map { { "matchLabels", Metadata.Selector(workload) } } }, { "topologyKey", Host } } },
                    })
                },
            }
        },
    }.Because("replicas on different nodes where there are some");

    public static Sequence Topology(Workload workload) => new Sequence(new Map
    {
        { "maxSkew", 1 },
        { "topologyKey", Zone },
        { "whenUnsatisfiable", "ScheduleAnyway" },
        { "labelSelector", new Map { { "matchLabels", Metadata.Selector(workload) } } },
        { "matchLabelKeys", new Sequence("pod-template-hash") },
    }).Because("replicas in different zones where there are some, counted by revision");
}
