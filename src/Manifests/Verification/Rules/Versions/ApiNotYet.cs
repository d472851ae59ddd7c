namespace RegressionAnalyzer.Manifests.Verification.Rules.Versions;

internal sealed class ApiNotYet() : ObjectRule(new("api-not-yet", RuleOrigin.Version, Severity.Error)
{
    Demand = "The API version is there already in the target release of Kubernetes",
    Reason = "An older cluster answers \"no matches for kind\" and applies nothing of the object.",
})
{
    protected override void Check(KubernetesObject item, ManifestSet set, RuleFindings findings)
    {
        if (ApiHistory.IntroductionOf(item) is { } minor && minor > set.Target.Minor)
            findings.Add(item.Root["apiVersion"], $"{item.ApiVersion} {item.Kind} is served from Kubernetes 1.{minor} on, not by {set.Target}", "use an API version that the target has, or raise the target");
    }
}
