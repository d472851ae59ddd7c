namespace RegressionAnalyzer.Manifests.Verification.Rules.Policy;

internal sealed class UseNamespace() : ObjectRule(new("use-namespace", RuleOrigin.KubeLinter, Severity.Warning)
{
    Demand = "An object names its namespace, and it is not default",
    Reason = "Where it lands is up to whoever applies it; in default, names, quotas and network policies of everyone meet.",
})
{
    protected override void Check(KubernetesObject item, ManifestSet set, RuleFindings findings)
    {
        if (item.Type is not null && !item.IsClusterScoped && item.Namespace == KubernetesObject.DefaultNamespace)
            findings.Add(item.Metadata["namespace"], $"{item.Title} {(item.Metadata["namespace"].Exists ? "is in the namespace default" : "names no namespace")}", "write metadata.namespace");
    }
}
