namespace RegressionAnalyzer.Manifests.Verification.Rules.References;

internal sealed class DanglingService() : ObjectRule(new("dangling-service", RuleOrigin.KubeLinter, Severity.Error)
{
    Demand = "A Service's selector takes pods of the manifests",
    Reason = "The Service has no endpoints, and every call to it fails.",
    AlsoKnownAs = ["kube-score/service-targets-pod"],
})
{
    protected override void Check(KubernetesObject item, ManifestSet set, RuleFindings findings)
    {
        var selector = item.Spec["selector"];
        if (item.Is("Service", "") && selector.HasEntries && !set.Select(LabelSelector.OfLabels(selector), item.Namespace).Any())
            findings.Add(selector, $"no pod of these manifests in the namespace '{item.Namespace}' has all labels of the selector", "name labels of the pod template");
    }
}
