namespace RegressionAnalyzer.Manifests.Verification.Rules.References;

internal sealed class MissingNamespace() : ObjectRule(new("missing-namespace", RuleOrigin.Reference, Severity.Warning)
{
    Demand = "Where manifests bring a namespace, their objects are in one that they bring",
    Reason = "An object in another namespace is most often a slip, and cannot be applied where that one is not there.",
})
{
    protected override void Check(KubernetesObject item, ManifestSet set, RuleFindings findings)
    {
        if (item.IsClusterScoped || !item.Metadata["namespace"].Exists || !set.OfKind("Namespace").Any() || item.Namespace.StartsWith("kube-", StringComparison.Ordinal))
            return;
        if (set.Find("Namespace", "", item.Namespace) is null && item.Namespace != KubernetesObject.DefaultNamespace)
            findings.Add(item.Metadata["namespace"], $"there is no Namespace '{Spelling.Shown(item.Namespace)}' among these manifests", "add it, or name the one that is there");
    }
}
