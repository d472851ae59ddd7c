namespace RegressionAnalyzer.Manifests.Verification.Rules.Policy;

internal sealed class UnhealthyPodEviction() : ObjectRule(new("pdb-unhealthy-pod-eviction-policy", RuleOrigin.KubeLinter, Severity.Warning)
{
    Demand = "A disruption budget lets pods go that are not healthy",
    Reason = "By default a pod that crashes counts as missing, and blocks the drain of its node for ever.",
})
{
    protected override void Check(KubernetesObject item, ManifestSet set, RuleFindings findings)
    {
        if (item.Is("PodDisruptionBudget", "policy") && item.Spec["unhealthyPodEvictionPolicy"].Text != "AlwaysAllow")
            findings.Add(item.Spec["unhealthyPodEvictionPolicy"], $"{item.Title} protects pods that are not healthy", "write unhealthyPodEvictionPolicy: AlwaysAllow");
    }
}
