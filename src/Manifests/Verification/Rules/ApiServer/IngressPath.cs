namespace RegressionAnalyzer.Manifests.Verification.Rules.ApiServer;

internal sealed class IngressPath() : ObjectRule(new("ingress-path", RuleOrigin.ApiServer, Severity.Error)
{
    Demand = "Paths of an Ingress are absolute, its hosts are DNS names, and it leads somewhere",
    Reason = "The API server refuses the object.",
})
{
    protected override void Check(KubernetesObject item, ManifestSet set, RuleFindings findings)
    {
        if (!item.Is("Ingress", "networking.k8s.io"))
            return;
        if (!item.Spec["rules"].HasItems && !item.Spec["defaultBackend"].Exists)
            findings.Add(item.Spec, "an Ingress without rules and without a default backend", "add a rule");
        foreach (var rule in item.Spec["rules"].Items)
        {
            if (rule["host"].Text is { Length: > 0 } host && !KubernetesName.IsSubdomain(host.StartsWith("*.", StringComparison.Ordinal) ? host[2..] : host))
                findings.Add(rule["host"], $"'{Spelling.Shown(host)}' is no DNS name", "write a name in lower case, without scheme, port or address; \"*.\" may stand before it");
            foreach (var path in rule["http"]["paths"].Items.Where(p => p["pathType"].Text is "Exact" or "Prefix" && !p["path"].TextOrEmpty.StartsWith('/')))
                findings.Add(path["path"], $"'{Spelling.Shown(path["path"].TextOrEmpty)}' is no absolute path", "begin it with '/'");
        }
    }
}
