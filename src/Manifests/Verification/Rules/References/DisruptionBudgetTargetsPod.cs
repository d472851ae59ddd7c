namespace RegressionAnalyzer.Manifests.Verification.Rules.References;

internal sealed class DisruptionBudgetTargetsPod() : ObjectRule(new("disruption-budget-targets-pod", RuleOrigin.Reference, Severity.Error)
{
    Demand = "A disruption budget's selector takes pods of the manifests",
    Reason = "It protects nothing: a drain of nodes takes all replicas at once.",
})
{
    protected override void Check(KubernetesObject item, ManifestSet set, RuleFindings findings)
    {
        if (item.Kind == "PodDisruptionBudget" && !set.Select(LabelSelector.Of(item.Spec["selector"]), item.Namespace).Any())
            findings.Add(item.Spec["selector"], $"it takes no pod of these manifests in the namespace '{item.Namespace}'", "name labels of the pod template");
    }
}
