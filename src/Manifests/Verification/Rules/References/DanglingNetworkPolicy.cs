namespace RegressionAnalyzer.Manifests.Verification.Rules.References;

internal sealed class DanglingNetworkPolicy() : ObjectRule(new("dangling-networkpolicy", RuleOrigin.KubeLinter, Severity.Error)
{
    Demand = "A network policy's selector takes pods of the manifests",
    Reason = "It guards nothing: the pods it was written for are open to every connection.",
    AlsoKnownAs = ["kube-score/networkpolicy-targets-pod"],
})
{
    protected override void Check(KubernetesObject item, ManifestSet set, RuleFindings findings)
    {
        var selector = LabelSelector.Of(item.Spec["podSelector"]);
        if (item.Is("NetworkPolicy", "networking.k8s.io") && !selector.IsEmpty && !set.Select(selector, item.Namespace).Any())
            findings.Add(item.Spec["podSelector"], $"it takes no pod of these manifests in the namespace '{item.Namespace}'", "name labels of the pod template, or {} for every pod");
    }
}
