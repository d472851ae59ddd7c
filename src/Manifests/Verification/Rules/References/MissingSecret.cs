namespace RegressionAnalyzer.Manifests.Verification.Rules.References;

internal sealed class MissingSecret() : PodRule(new("missing-secret", RuleOrigin.Reference, Severity.Warning)
{
    Demand = "The Secrets a pod needs are among the manifests",
    Reason = "The container does not start (CreateContainerConfigError), unless someone makes the Secret by hand.",
})
{
    protected override void Check(PodTemplate pod, ManifestSet set, RuleFindings findings)
    {
        foreach (var reference in DataReference.Of(pod, "Secret"))
            reference.Check(set, findings);
    }
}
