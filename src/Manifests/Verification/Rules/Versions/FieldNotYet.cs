namespace RegressionAnalyzer.Manifests.Verification.Rules.Versions;

internal sealed class FieldNotYet() : FieldRule(new("field-not-yet", RuleOrigin.Version, Severity.Error)
{
    Demand = "The target release of Kubernetes has every field that is used",
    Reason = "An older API server drops the field: the manifest is applied and does not do what it says.",
})
{
    protected override void Check(TypedPlace field, ManifestSet set, RuleFindings findings)
    {
        if (FieldHistory.IntroductionOf(field) is { } minor && minor > set.Target.Minor)
            findings.Add(field.Place, $"{field.Place.Step} is on by default from Kubernetes 1.{minor}, not in {set.Target}", "leave it out, or raise the target");
    }
}
