namespace RegressionAnalyzer.Manifests.Verification.Rules.Policy;

internal sealed class ClusterAdminBinding() : ObjectRule(new("cluster-admin-role-binding", RuleOrigin.KubeLinter, Severity.Error)
{
    Demand = "No one is bound to cluster-admin",
    Reason = "It grants everything on everything; a service that holds it is the whole cluster to whoever takes it over.",
    AlsoKnownAs = ["polaris/clusterrolebindingClusterAdmin", "polaris/rolebindingClusterAdminClusterRole"],
})
{
    protected override void Check(KubernetesObject item, ManifestSet set, RuleFindings findings)
    {
        if (item.Kind is "ClusterRoleBinding" or "RoleBinding" && item.Root["roleRef"]["name"].Text == "cluster-admin")
            findings.Add(item.Root["roleRef"]["name"], $"{item.Title} grants cluster-admin", "make a role of what is needed");
    }
}
