namespace RegressionAnalyzer.Manifests.Verification.Rules.Exempting;

internal sealed class ExemptionInvalid() : ExemptionRule(new("exemption-invalid", RuleOrigin.Exemption, Severity.Error)
{
    Demand = "An exemption names a rule that can be broken on purpose, and says why it is",
    Reason = "An exemption without a reason cannot be reviewed, and one that names nothing protects nothing while it looks as if it did.",
})
{
    protected override void Check(Exemption exemption, RuleFindings findings)
    {
        var rule = RuleOf(exemption);
        if (rule is null)
            findings.Add(exemption.Annotation, $"there is no rule '{exemption.Rule}' to be exempted from", "use an id from the list of rules (verify --rules)");
        else if (!rule.Origin.CanBeExempted())
            findings.Add(exemption.Annotation, $"'{rule.Id}' cannot be exempted from: the API server does not read this annotation", "mend what the rule finds, and remove the annotation");
        else if (exemption.Reason.Length == 0)
            findings.Add(exemption.Annotation, $"the exemption from '{exemption.Rule}' gives no reason", "write the reason as the annotation's value");
    }
}
