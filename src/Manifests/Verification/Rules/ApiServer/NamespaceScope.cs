namespace RegressionAnalyzer.Manifests.Verification.Rules.ApiServer;

internal sealed class NamespaceScope() : ObjectRule(new("namespace-scope", RuleOrigin.ApiServer, Severity.Error)
{
    Demand = "An object of a namespace names a valid one, an object of the cluster names none",
    Reason = "The API server refuses a namespace that is no DNS label; a namespace on an object of the cluster promises a separation that is not there.",
})
{
    protected override void Check(KubernetesObject item, ManifestSet set, RuleFindings findings)
    {
        var ns = item.Metadata["namespace"];
        if (!ns.Exists || item.Type is null)
            return;
        if (item.IsClusterScoped)
            findings.Add(ns, Severity.Warning, $"a {item.Kind} is in no namespace", "remove metadata.namespace");
        else if (!KubernetesName.IsLabel(ns.TextOrEmpty))
            findings.Add(ns, $"'{Spelling.Shown(ns.TextOrEmpty)}' is no name of a namespace", $"write {KubernetesName.LabelRule}");
    }
}
