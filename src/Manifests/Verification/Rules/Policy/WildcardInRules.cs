namespace RegressionAnalyzer.Manifests.Verification.Rules.Policy;

internal sealed class WildcardInRules() : ObjectRule(new("wildcard-in-rules", RuleOrigin.KubeLinter, Severity.Warning)
{
    Demand = "A role names what it grants",
    Reason = "A wildcard grants what is there now and whatever will be added, Secrets and roles included.",
})
{
    private static readonly string[] Lists = ["resources", "verbs", "apiGroups"];

    protected override void Check(KubernetesObject item, ManifestSet set, RuleFindings findings)
    {
        if (!item.Is("Role", "rbac.authorization.k8s.io") && !item.Is("ClusterRole", "rbac.authorization.k8s.io"))
            return;
        foreach (var star in item.Root["rules"].Items.SelectMany(rule => Lists.SelectMany(list => rule[list].Items)).Where(i => i.Text == "*"))
            findings.Add(star, $"{item.Title} grants everything there is", "list what is needed");
    }
}
