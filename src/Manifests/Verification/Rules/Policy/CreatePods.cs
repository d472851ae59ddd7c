namespace RegressionAnalyzer.Manifests.Verification.Rules.Policy;

internal sealed class CreatePods() : ObjectRule(new("access-to-create-pods", RuleOrigin.KubeLinter, Severity.Info)
{
    Demand = "A role that makes pods is one for tools of the cluster",
    Reason = "Who makes a pod runs it with any service account and any Secret of the namespace.",
    IsOptional = true,
})
{
    private static readonly string[] Makers = ["pods", "deployments", "statefulsets", "replicasets", "daemonsets", "jobs", "cronjobs"];

    protected override void Check(KubernetesObject item, ManifestSet set, RuleFindings findings)
    {
        if (item.Kind is not ("Role" or "ClusterRole"))
            return;
        foreach (var resource in item.Root["rules"].Items.Where(r => r["verbs"].Items.Any(v => v.Text is "create" or "*")).SelectMany(r => r["resources"].Items).Where(r => Makers.Contains(r.Text)))
            findings.Add(resource, $"{item.Title} may create {resource.Text}", "remove create");
    }
}
