namespace RegressionAnalyzer.Manifests.Verification.Rules.Policy;

internal sealed class PriorityClassNotSet() : PodRule(new("priorityClassNotSet", RuleOrigin.Polaris, Severity.Info)
{
    Demand = "A pod has a priority class",
    Reason = "When room runs out, the scheduler cannot tell what matters. Classes are the cluster's, so that manifests for every cluster cannot name one.",
    AlsoKnownAs = ["kube-linter/priority-class-name"],
    IsOptional = true,
})
{
    protected override void Check(PodTemplate pod, ManifestSet set, RuleFindings findings)
    {
        if (pod.Spec["priorityClassName"].TextOrEmpty.Length == 0)
            findings.Add(pod.Spec["priorityClassName"], $"the pods of {pod.Owner.Title} have no priority class", "write priorityClassName");
    }
}
