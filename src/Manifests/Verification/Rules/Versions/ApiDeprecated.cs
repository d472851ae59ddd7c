namespace RegressionAnalyzer.Manifests.Verification.Rules.Versions;

internal sealed class ApiDeprecated() : ObjectRule(new("api-deprecated", RuleOrigin.Version, Severity.Warning)
{
    Demand = "The API version will be served by the releases to come",
    Reason = "The next upgrade of the cluster takes the API away, and the manifests with it.",
    AlsoKnownAs = ["kube-score/stable-version"],
})
{
    protected override void Check(KubernetesObject item, ManifestSet set, RuleFindings findings)
    {
        if (ApiHistory.RemovalOf(item) is { } removal && removal.Minor > set.Target.Minor)
            findings.Add(item.Root["apiVersion"], $"{item.ApiVersion} {item.Kind} is served no more from Kubernetes 1.{removal.Minor} on", $"write apiVersion: {removal.Instead}");
        else if (item is { Kind: "Endpoints", Group: "" } && set.Target.Minor >= 33)
            findings.Add(item.Root["apiVersion"], "Endpoints are deprecated since Kubernetes 1.33", "write an EndpointSlice of discovery.k8s.io/v1");
    }
}
