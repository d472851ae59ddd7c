namespace RegressionAnalyzer.Manifests.Verification.Rules.Policy;

internal sealed class DeploymentReplicas() : ObjectRule(new("deployment-replicas", RuleOrigin.KubeScore, Severity.Warning)
{
    Demand = "A Deployment has two replicas or more, or an autoscaler",
    Reason = "With one, every drain of its node and every crash is an outage.",
    AlsoKnownAs = ["polaris/deploymentMissingReplicas"],
})
{
    protected override void Check(KubernetesObject item, ManifestSet set, RuleFindings findings)
    {
        if (item.Kind == "Deployment" && set.AutoscalerOf(item) is null && (item.Spec["replicas"].Number ?? 1) == 1)
            findings.Add(item.Spec["replicas"], $"{item.Title} has one replica", "write replicas: 2, or add a HorizontalPodAutoscaler");
    }
}
