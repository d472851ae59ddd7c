namespace RegressionAnalyzer.Manifests.Verification.Rules.Policy;

internal sealed class DeprecatedServiceAccountField() : PodRule(new("deprecated-service-account-field", RuleOrigin.KubeLinter, Severity.Warning)
{
    Demand = "The service account is named by serviceAccountName",
    Reason = "serviceAccount is its old name, kept for old clients only.",
})
{
    protected override void Check(PodTemplate pod, ManifestSet set, RuleFindings findings)
    {
        var (old, current) = (pod.Spec["serviceAccount"], pod.Spec["serviceAccountName"]);
        if (old.Exists && old.Text != current.Text)
            findings.Add(old, "serviceAccount is deprecated", "write serviceAccountName");
    }
}
