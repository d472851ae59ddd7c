namespace RegressionAnalyzer.Manifests.Verification.Rules.References;

internal sealed class AutoscaledReplicas() : ObjectRule(new("deployment-targeted-by-hpa-does-not-have-replicas-configured", RuleOrigin.KubeScore, Severity.Warning)
{
    Demand = "A workload with an autoscaler does not name its replicas",
    Reason = "Every apply of the manifest resets the scale that the autoscaler has chosen: under load, ten replicas fall to two.",
})
{
    protected override void Check(KubernetesObject item, ManifestSet set, RuleFindings findings)
    {
        if (item.Kind is "Deployment" or "StatefulSet" && item.Spec["replicas"].Exists && set.AutoscalerOf(item) is { } autoscaler)
            findings.Add(item.Spec["replicas"], $"replicas is {item.Spec["replicas"].Text}, and {autoscaler.Title} scales this {item.Kind}", "remove replicas; minReplicas of the autoscaler takes its place");
    }
}
