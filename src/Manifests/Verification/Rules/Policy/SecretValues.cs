namespace RegressionAnalyzer.Manifests.Verification.Rules.Policy;

internal sealed class SecretValues() : ObjectRule(new("secret-values", RuleOrigin.Practice, Severity.Warning)
{
    Demand = "A Secret's values are not among the manifests",
    Reason = "base64 hides nothing: the values are in the repository and in its history, and applying the file again undoes a rotation.",
})
{
    protected override void Check(KubernetesObject item, ManifestSet set, RuleFindings findings)
    {
        if (!item.Is("Secret", ""))
            return;
        foreach (var (key, value) in item.Root["data"].Entries.Concat(item.Root["stringData"].Entries).Where(e => e.Value.TextOrEmpty.Length > 0))
            findings.Add(value, $"the key '{Spelling.Shown(key)}' has a value", "declare the Secret without values, and fill it when deploying");
    }
}
