using RegressionAnalyzer.Manifests.Trees;

namespace RegressionAnalyzer.Manifests.Pods;

/// <summary>The pod. What the chart says and we do not decide (init containers, host aliases …) comes last, as it was.</summary>
internal static class PodSpec
{
    public static Map Build(Workload workload)
    {
        var pod = new Map
        {
            { "serviceAccountName", workload.Name },
            { "automountServiceAccountToken", new Scalar(false).Because("the service never talks to the API server") },
            { "enableServiceLinks", new Scalar(false).Because("variables for every Service of the namespace could shadow settings") },
            { "securityContext", SecurityContext.Pod(workload) },
            { "terminationGracePeriodSeconds", Rollout.TerminationGrace(workload) },
            { "imagePullSecrets", new Block(workload.Values["imagePullSecrets"]).Because("setting Image.PullSecrets") },
            { "containers", new Sequence([Container.Build(workload), .. Sidecars(workload)]) },
            { "volumes", Volumes.OfPod(workload) },
            { "affinity", Spreading.Affinity(workload) },
            { "topologySpreadConstraints", Spreading.Topology(workload) },
            { "nodeSelector", new Block(workload.Values["nodeSelector"]).Because("setting NodeSelector (chart value nodeSelector)") },
            { "tolerations", new Block(workload.Values["tolerations"]).Because("setting Tolerations (chart value tolerations)") },
        };
        return Carried.Over(workload.Raw.Pod, pod, Carried.Chart);
    }

    private static IEnumerable<Node> Sidecars(Workload workload) =>
        (workload.Raw.Pod["containers"] as Sequence ?? []).Where(container => !ReferenceEquals(container, workload.Raw.Container));
}
