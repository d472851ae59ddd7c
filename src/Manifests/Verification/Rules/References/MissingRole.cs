namespace RegressionAnalyzer.Manifests.Verification.Rules.References;

internal sealed class MissingRole() : ObjectRule(new("missing-role", RuleOrigin.Reference, Severity.Warning)
{
    Demand = "The role that a binding grants is among the manifests, or one of Kubernetes' own",
    Reason = "The binding grants nothing until someone makes a role of that name, and then grants whatever that is.",
})
{
    private static readonly string[] BuiltIn = ["admin", "cluster-admin", "edit", "view"];

    protected override void Check(KubernetesObject item, ManifestSet set, RuleFindings findings)
    {
        if (item.Kind is not ("RoleBinding" or "ClusterRoleBinding"))
            return;
        var (kind, name) = (item.Root["roleRef"]["kind"].TextOrEmpty, item.Root["roleRef"]["name"].TextOrEmpty);
        var isBuiltIn = kind == "ClusterRole" && (BuiltIn.Contains(name) || name.StartsWith("system:", StringComparison.Ordinal));
        if (name.Length > 0 && !isBuiltIn && set.Find(kind, kind == "Role" ? item.Namespace : "", name) is null)
            findings.Add(item.Root["roleRef"]["name"], $"there is no {kind} '{Spelling.Shown(name)}' among these manifests", "add it, or name one that is there");
    }
}
