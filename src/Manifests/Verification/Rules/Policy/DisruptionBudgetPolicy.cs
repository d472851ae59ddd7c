namespace RegressionAnalyzer.Manifests.Verification.Rules.Policy;

internal sealed class DisruptionBudgetPolicy() : ObjectRule(new("poddisruptionbudget-has-policy", RuleOrigin.KubeScore, Severity.Warning)
{
    Demand = "A disruption budget says how many pods may go or must stay",
    Reason = "Saying neither, it allows everything and protects nothing.",
})
{
    protected override void Check(KubernetesObject item, ManifestSet set, RuleFindings findings)
    {
        if (item.Kind == "PodDisruptionBudget" && !item.Spec["minAvailable"].Exists && !item.Spec["maxUnavailable"].Exists)
            findings.Add(item.Spec, $"{item.Title} says neither minAvailable nor maxUnavailable", "write maxUnavailable: 1");
    }
}
