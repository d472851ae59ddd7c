namespace RegressionAnalyzer.Manifests.Verification.Rules.ApiServer;

internal sealed class OneOf() : FieldRule(new("one-of", RuleOrigin.ApiServer, Severity.Error)
{
    Demand = "Where a field is one of several, exactly one of them is there",
    Reason = "The API server refuses a probe with two handlers or none, a volume with two sources, a variable with value and valueFrom.",
})
{
    protected override void Check(TypedPlace field, ManifestSet set, RuleFindings findings)
    {
        if (field.Place.Map is null || Unions.Of(field.Shape) is not { } union)
            return;
        var there = field.Place.Keys.Where(union.Fields.Contains).ToList();
        var choice = union.Fields.Count > 8 ? "one source" : $"one of {string.Join(", ", union.Fields)}";
        if (there.Count > 1)
            findings.Add(field.Place[there[1]], $"{string.Join(" and ", there)} are there together", $"keep {choice}");
        else if (there.Count == 0 && !union.MayBeEmpty)
            findings.Add(field.Place, $"nothing says what this is: {choice} is needed", $"add {choice}");
    }
}
