namespace RegressionAnalyzer.Manifests.Verification.Rules.Policy;

internal sealed class DeploymentStrategy() : ObjectRule(new("deployment-strategy", RuleOrigin.KubeScore, Severity.Warning)
{
    Demand = "A Deployment behind a Service rolls its pods",
    Reason = "Recreate stops all of them before a new one starts: an outage at every release.",
    AlsoKnownAs = ["kube-linter/no-rolling-update-strategy"],
})
{
    protected override void Check(KubernetesObject item, ManifestSet set, RuleFindings findings)
    {
        if (item.Kind == "Deployment" && item.Pod is { } pod && item.Spec["strategy"]["type"].Text == "Recreate"
            && set.Selecting(pod, "Service", s => LabelSelector.OfLabels(s.Spec["selector"])).Any())
            findings.Add(item.Spec["strategy"]["type"], $"{item.Title} stops before it starts anew", "write type: RollingUpdate");
    }
}
