namespace RegressionAnalyzer.Manifests.Verification.Rules.References;

internal sealed class DanglingAutoscaler() : ObjectRule(new("dangling-horizontalpodautoscaler", RuleOrigin.KubeLinter, Severity.Error)
{
    Demand = "An autoscaler's target is among the manifests",
    Reason = "The autoscaler has nothing to scale, and the workload keeps the size it has.",
    AlsoKnownAs = ["kube-score/horizontalpodautoscaler-has-target"],
})
{
    protected override void Check(KubernetesObject item, ManifestSet set, RuleFindings findings)
    {
        if (item.Kind != "HorizontalPodAutoscaler")
            return;
        var target = item.Spec["scaleTargetRef"];
        if (target["kind"].Text is not { } kind || target["name"].Text is not { } name)
            return;
        var found = set.Find(kind, item.Namespace, name);
        if (found is null)
            findings.Add(target["name"], $"there is no {kind} '{Spelling.Shown(name)}' in the namespace '{item.Namespace}' among these manifests", "name the workload that is to be scaled");
        else if (target["apiVersion"].Text is { } version && version != found.ApiVersion)
            findings.Add(target["apiVersion"], $"{kind} '{name}' is of {found.ApiVersion}, not of {Spelling.Shown(version)}", $"write apiVersion: {found.ApiVersion}");
    }
}
