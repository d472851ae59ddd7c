namespace RegressionAnalyzer.Manifests.Verification.Rules.Exempting;

internal sealed class ExemptionUnused() : ExemptionRule(new("exemption-unused", RuleOrigin.Exemption, Severity.Info)
{
    Demand = "An exemption exempts from something",
    Reason = "What was broken on purpose is broken no longer; the annotation would silently cover the next fault of its kind.",
})
{
    protected override void Check(Exemption exemption, RuleFindings findings)
    {
        if (!exemption.WasUsed && RuleOf(exemption) is { IsOptional: false } rule && rule.Origin.CanBeExempted() && exemption.Reason.Length > 0)
            findings.Add(exemption.Annotation, $"nothing here breaks '{exemption.Rule}'", "remove the annotation");
    }
}
