namespace RegressionAnalyzer.Manifests.Verification.Rules.Policy;

internal sealed class ExecIntoPods() : ObjectRule(new("rolePodExecAttach", RuleOrigin.Polaris, Severity.Warning)
{
    Demand = "No role lets its holders into running pods",
    Reason = "exec and attach are a shell with the pod's volumes, secrets and network.",
    AlsoKnownAs = ["polaris/clusterrolePodExecAttach"],
})
{
    protected override void Check(KubernetesObject item, ManifestSet set, RuleFindings findings)
    {
        if (item.Kind is not ("Role" or "ClusterRole"))
            return;
        foreach (var resource in item.Root["rules"].Items.SelectMany(r => r["resources"].Items).Where(r => r.Text is "pods/exec" or "pods/attach"))
            findings.Add(resource, $"{item.Title} grants {resource.Text}", "remove it");
    }
}
