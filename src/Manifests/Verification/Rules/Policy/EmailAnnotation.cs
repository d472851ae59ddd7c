namespace RegressionAnalyzer.Manifests.Verification.Rules.Policy;

internal sealed class EmailAnnotation() : ObjectRule(new("required-annotation-email", RuleOrigin.KubeLinter, Severity.Info)
{
    Demand = "An object has an annotation email with an address",
    Reason = "When it misbehaves, someone has to be written to.",
    IsOptional = true,
})
{
    protected override void Check(KubernetesObject item, ManifestSet set, RuleFindings findings)
    {
        var email = item.Metadata["annotations"]["email"].TextOrEmpty;
        var at = email.IndexOf('@', StringComparison.Ordinal);
        if (at <= 0 || email.IndexOf('.', at) < 0)
            findings.Add(item.Metadata["annotations"], $"{item.Title} has no address to write to", "add an annotation email");
    }
}
