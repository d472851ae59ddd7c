namespace RegressionAnalyzer.Manifests.Verification.Rules.Policy;

internal sealed class AccessToSecrets() : ObjectRule(new("access-to-secrets", RuleOrigin.KubeLinter, Severity.Warning)
{
    Demand = "A role that reads Secrets names which",
    Reason = "One right to list them reads every key of the namespace, or of the cluster.",
    AlsoKnownAs = ["kube-linter/cluster-wide-secrets-access"],
})
{
    private static readonly string[] Reading = ["get", "list", "watch", "*"];

    protected override void Check(KubernetesObject item, ManifestSet set, RuleFindings findings)
    {
        if (item.Kind is not ("Role" or "ClusterRole"))
            return;
        foreach (var rule in item.Root["rules"].Items.Where(r => !r["resourceNames"].HasItems && r["verbs"].Items.Any(v => Reading.Contains(v.Text))))
        {
            foreach (var secrets in rule["resources"].Items.Where(r => r.Text == "secrets"))
                findings.Add(secrets, $"{item.Title} reads every Secret", "name the Secrets under resourceNames, with verb get alone");
        }
    }
}
