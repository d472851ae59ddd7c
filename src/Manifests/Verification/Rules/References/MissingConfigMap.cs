namespace RegressionAnalyzer.Manifests.Verification.Rules.References;

internal sealed class MissingConfigMap() : PodRule(new("missing-config-map", RuleOrigin.Reference, Severity.Warning)
{
    Demand = "The ConfigMaps a pod needs, and their keys, are among the manifests",
    Reason = "The container does not start (CreateContainerConfigError), unless someone makes the ConfigMap by hand.",
})
{
    protected override void Check(PodTemplate pod, ManifestSet set, RuleFindings findings)
    {
        foreach (var reference in DataReference.Of(pod, "ConfigMap"))
            reference.Check(set, findings);
    }
}
