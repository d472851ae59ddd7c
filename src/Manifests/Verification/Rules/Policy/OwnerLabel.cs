namespace RegressionAnalyzer.Manifests.Verification.Rules.Policy;

internal sealed class OwnerLabel() : ObjectRule(new("required-label-owner", RuleOrigin.KubeLinter, Severity.Info)
{
    Demand = "An object has a label owner",
    Reason = "When it misbehaves, someone has to be asked.",
    IsOptional = true,
})
{
    protected override void Check(KubernetesObject item, ManifestSet set, RuleFindings findings)
    {
        if (!item.Metadata["labels"]["owner"].Exists && !item.Metadata["labels"]["app.kubernetes.io/part-of"].Exists)
            findings.Add(item.Metadata["labels"], $"{item.Title} has no owner", "add a label owner");
    }
}
