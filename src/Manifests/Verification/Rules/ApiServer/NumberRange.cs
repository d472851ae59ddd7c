namespace RegressionAnalyzer.Manifests.Verification.Rules.ApiServer;

internal sealed class NumberRange() : FieldRule(new("number-range", RuleOrigin.ApiServer, Severity.Error)
{
    Demand = "A number is within the bounds of its field",
    Reason = "The API server refuses the object: \"Invalid value\".",
})
{
    protected override void Check(TypedPlace field, ManifestSet set, RuleFindings findings)
    {
        if (field.Place.Number is { } number && NumberRanges.Of(field) is { } range && (number < range.From || number > range.To))
            findings.Add(field.Place, $"{number} is outside {range}", $"write a number {range}");
    }
}
