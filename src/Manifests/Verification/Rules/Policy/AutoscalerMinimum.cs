namespace RegressionAnalyzer.Manifests.Verification.Rules.Policy;

internal sealed class AutoscalerMinimum() : ObjectRule(new("hpaMinAvailability", RuleOrigin.Polaris, Severity.Warning)
{
    Demand = "An autoscaler keeps two replicas at least",
    Reason = "In quiet hours one is left, and every drain of its node is an outage.",
    AlsoKnownAs = ["kube-score/horizontalpodautoscaler-replicas"],
})
{
    protected override void Check(KubernetesObject item, ManifestSet set, RuleFindings findings)
    {
        if (item.Kind == "HorizontalPodAutoscaler" && (item.Spec["minReplicas"].Number ?? 1) < 2)
            findings.Add(item.Spec["minReplicas"], $"{item.Title} goes down to one replica", "write minReplicas: 2");
    }
}
