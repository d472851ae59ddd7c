namespace RegressionAnalyzer.Manifests.Verification.Rules.Versions;

internal sealed class ApiRemoved() : ObjectRule(new("api-removed", RuleOrigin.Version, Severity.Error)
{
    Demand = "The API version is served by the target release of Kubernetes",
    Reason = "A cluster of that release answers \"no matches for kind\" and applies nothing of the object.",
    AlsoKnownAs = ["kube-score/stable-version", "kube-linter/no-extensions-v1beta"],
})
{
    protected override void Check(KubernetesObject item, ManifestSet set, RuleFindings findings)
    {
        if (ApiHistory.RemovalOf(item) is { } removal && removal.Minor <= set.Target.Minor)
            findings.Add(item.Root["apiVersion"], $"{item.ApiVersion} {item.Kind} is served no more since Kubernetes 1.{removal.Minor}", $"write apiVersion: {removal.Instead}, and follow the API migration guide for fields that moved");
    }
}
