namespace RegressionAnalyzer.Manifests.Verification.Rules.Policy;

internal sealed class MinimumThreeReplicas() : ObjectRule(new("minimum-three-replicas", RuleOrigin.KubeLinter, Severity.Info)
{
    Demand = "A workload has three replicas or more",
    Reason = "Two survive one failure, but not one during a rollout or a drain.",
    AlsoKnownAs = ["kube-linter/hpa-minimum-three-replicas"],
    IsOptional = true,
})
{
    protected override void Check(KubernetesObject item, ManifestSet set, RuleFindings findings)
    {
        if (item.Kind is "Deployment" or "StatefulSet" && set.LeastReplicas(item) < 3)
            findings.Add(item.Spec["replicas"], $"{item.Title} has {set.LeastReplicas(item)} replicas at least", "have three");
    }
}
