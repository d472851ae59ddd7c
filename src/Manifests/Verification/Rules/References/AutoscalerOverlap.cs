namespace RegressionAnalyzer.Manifests.Verification.Rules.References;

internal sealed class AutoscalerOverlap() : ObjectRule(new("autoscaler-overlap", RuleOrigin.Reference, Severity.Error)
{
    Demand = "A workload has one autoscaler",
    Reason = "Two autoscalers undo each other's decisions every few seconds.",
})
{
    protected override void Check(KubernetesObject item, ManifestSet set, RuleFindings findings)
    {
        if (item.Kind != "HorizontalPodAutoscaler")
            return;
        var target = item.Spec["scaleTargetRef"];
        var first = set.OfKind(item.Kind, item.Namespace).First(o => Same(o.Spec["scaleTargetRef"], target));
        if (first != item)
            findings.Add(target["name"], $"{first.Title} scales the same workload", "make one autoscaler with the metrics of both");
    }

    private static bool Same(Place left, Place right) => left["kind"].Text == right["kind"].Text && left["name"].Text == right["name"].Text;
}
