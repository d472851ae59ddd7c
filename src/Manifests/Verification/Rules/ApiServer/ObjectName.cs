namespace RegressionAnalyzer.Manifests.Verification.Rules.ApiServer;

internal sealed class ObjectName() : ObjectRule(new("object-name", RuleOrigin.ApiServer, Severity.Error)
{
    Demand = "An object's name has the form its kind needs",
    Reason = "The API server refuses the object; most names become DNS names.",
})
{
    protected override void Check(KubernetesObject item, ManifestSet set, RuleFindings findings)
    {
        if (item.Name.Length == 0)
            return;
        var place = item.Metadata["name"].Exists ? item.Metadata["name"] : item.Metadata["generateName"];
        var name = item.Metadata["name"].Exists ? item.Name : item.Name.TrimEnd('-', '.') + "x";
        var (isValid, rule) = item.Kind switch
        {
            "Service" => (KubernetesName.IsServiceName(name), KubernetesName.LabelRule + ", not beginning with a digit"),
            "Namespace" => (KubernetesName.IsLabel(name), KubernetesName.LabelRule),
            "CronJob" => (KubernetesName.IsSubdomain(name) && name.Length <= 52, KubernetesName.SubdomainRule.Replace("253", "52", StringComparison.Ordinal)),
            "Role" or "ClusterRole" or "RoleBinding" or "ClusterRoleBinding" => (name is not ("." or "..") && !name.Contains('/', StringComparison.Ordinal) && !name.Contains('%', StringComparison.Ordinal), "anything without '/' and '%'"),
            _ => (KubernetesName.IsSubdomain(name), KubernetesName.SubdomainRule),
        };
        if (!isValid)
            findings.Add(place, $"'{Spelling.Shown(item.Name)}' is no name for a {item.Kind}", $"write {rule}");
    }
}
