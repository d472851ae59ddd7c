namespace RegressionAnalyzer.Manifests.Verification.Rules.Policy;

internal sealed class SensitiveConfig() : ObjectRule(new("sensitiveConfigmapContent", RuleOrigin.Polaris, Severity.Error)
{
    Demand = "No ConfigMap holds a secret",
    Reason = "Whoever may look at the namespace reads it, and so does whoever reads the repository.",
    AlsoKnownAs = ["kube-linter/configmap-with-credentials"],
})
{
    protected override void Check(KubernetesObject item, ManifestSet set, RuleFindings findings)
    {
        if (!item.Is("ConfigMap", ""))
            return;
        foreach (var (key, value) in item.Root["data"].Entries)
        {
            if (value.TextOrEmpty.Length > 0 && SensitiveName.Is(key, value.TextOrEmpty))
                findings.Add(value, $"the key '{Spelling.Shown(key)}' looks like a secret", "put it into a Secret");
            else if (value.TextOrEmpty.Contains("PRIVATE KEY-----", StringComparison.Ordinal))
                findings.Add(value, $"the key '{Spelling.Shown(key)}' holds a private key", "put it into a Secret");
        }
    }
}
