namespace RegressionAnalyzer.Manifests.Verification.Rules.Policy;

internal sealed class AutoscalerMaximum() : ObjectRule(new("hpaMaxAvailability", RuleOrigin.Polaris, Severity.Warning)
{
    Demand = "An autoscaler may go above its least",
    Reason = "With both equal it never scales, and says that it does.",
})
{
    protected override void Check(KubernetesObject item, ManifestSet set, RuleFindings findings)
    {
        if (item.Kind == "HorizontalPodAutoscaler" && item.Spec["maxReplicas"].Number == (item.Spec["minReplicas"].Number ?? 1))
            findings.Add(item.Spec["maxReplicas"], $"minReplicas and maxReplicas of {item.Title} are both {item.Spec["maxReplicas"].Number}", "raise maxReplicas, or write replicas in place of the autoscaler");
    }
}
