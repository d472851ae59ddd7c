namespace RegressionAnalyzer.Manifests.Verification.Rules.References;

internal sealed class DisruptionBudgetOverlap() : PodRule(new("disruption-budget-overlap", RuleOrigin.Reference, Severity.Error)
{
    Demand = "A pod has one disruption budget",
    Reason = "The eviction API refuses to evict a pod with two, so no node can be drained.",
})
{
    protected override void Check(PodTemplate pod, ManifestSet set, RuleFindings findings)
    {
        var budgets = set.Selecting(pod, "PodDisruptionBudget", b => LabelSelector.Of(b.Spec["selector"])).ToList();
        foreach (var budget in budgets.Skip(1))
            findings.Add(budget.Spec["selector"], $"{budgets[0].Title} takes the pods of {pod.Owner.Title} too", "keep one of the two");
    }
}
