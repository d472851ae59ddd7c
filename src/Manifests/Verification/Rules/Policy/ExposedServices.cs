namespace RegressionAnalyzer.Manifests.Verification.Rules.Policy;

internal sealed class ExposedServices() : ObjectRule(new("service-type", RuleOrigin.KubeScore, Severity.Warning)
{
    Demand = "A Service takes no port of the nodes",
    Reason = "Everyone who reaches a node reaches the service, past the Ingress with its TLS and its rules, and the port is taken on every node.",
    AlsoKnownAs = ["kube-linter/exposed-services"],
})
{
    protected override void Check(KubernetesObject item, ManifestSet set, RuleFindings findings)
    {
        if (item.Is("Service", "") && item.Spec["type"].Text == "NodePort")
            findings.Add(item.Spec["type"], $"{item.Title} is of type NodePort", "make it ClusterIP behind an Ingress, or LoadBalancer; or exempt with the reason");
    }
}
