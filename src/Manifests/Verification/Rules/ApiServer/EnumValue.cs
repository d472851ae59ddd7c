namespace RegressionAnalyzer.Manifests.Verification.Rules.ApiServer;

internal sealed class EnumValue() : FieldRule(new("enum-value", RuleOrigin.ApiServer, Severity.Error)
{
    Demand = "A field with a choice of values has one of them, in their spelling",
    Reason = "The API server refuses the object: \"Unsupported value\". Upper and lower case count: a probe's scheme is HTTP, not http.",
})
{
    protected override void Check(TypedPlace field, ManifestSet set, RuleFindings findings)
    {
        if (field.Shape.Kind != ShapeKind.Text || field.Place.Text is not { } text || Enumerations.Of(field.Field) is not { } allowed || allowed.Contains(text))
            return;
        var nearest = allowed.FirstOrDefault(a => a.Equals(text, StringComparison.OrdinalIgnoreCase));
        findings.Add(field.Place, $"'{Spelling.Shown(text)}' is none of {string.Join(", ", allowed)}", nearest is null ? "write one of them" : $"write {nearest}");
    }
}
