namespace RegressionAnalyzer.Manifests.Verification.Rules.Exempting;

/// <summary>A demand on exemptions, checked when all other rules have looked.</summary>
internal abstract class ExemptionRule(RuleDescription description)
{
    public RuleDescription Description { get; } = description;

    public void Check(ManifestSet set, Exemptions exemptions, RuleFindings findings)
    {
        foreach (var exemption in set.Objects.SelectMany(exemptions.Of).Where(e => e.IsOurs))
            Check(exemption, findings);
    }

    protected abstract void Check(Exemption exemption, RuleFindings findings);

    protected static RuleDescription? RuleOf(Exemption exemption) =>
        ManifestVerifier.Rules.FirstOrDefault(r => r.Origin.CanBeExempted() && exemption.Covers(r)) ?? ManifestVerifier.Rules.FirstOrDefault(exemption.Covers);
}
