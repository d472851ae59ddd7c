namespace RegressionAnalyzer.Manifests.Verification.Rules.Policy;

internal sealed class DisruptionBudgetMissing() : PodRule(new("deployment-has-poddisruptionbudget", RuleOrigin.KubeScore, Severity.Warning)
{
    Demand = "A workload of several replicas has a disruption budget",
    Reason = "An upgrade of the nodes drains all replicas at once.",
    AlsoKnownAs = ["kube-score/statefulset-has-poddisruptionbudget", "polaris/missingPodDisruptionBudget"],
})
{
    protected override void Check(PodTemplate pod, ManifestSet set, RuleFindings findings)
    {
        if (pod.Owner.Kind is not ("Deployment" or "StatefulSet") || set.LeastReplicas(pod.Owner) < 2)
            return;
        if (!set.Selecting(pod, "PodDisruptionBudget", b => LabelSelector.Of(b.Spec["selector"])).Any())
            findings.Add(pod.Owner.Root, $"no PodDisruptionBudget takes the pods of {pod.Owner.Title}", "add one with maxUnavailable: 1");
    }
}
