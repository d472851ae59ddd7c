using RegressionAnalyzer.Manifests.Trees;

namespace RegressionAnalyzer.Manifests.Verification.Rules.Decoding;

internal sealed class UnknownField() : FieldRule(new("unknown-field", RuleOrigin.Decoding, Severity.Error)
{
    Demand = "Every field is one of its object's type",
    Reason = "The API server drops a field that it does not know, with a warning at best: what it was to do does not happen.",
    AlsoKnownAs = ["kube-linter/schema-validation"],
})
{
    protected override void Check(TypedPlace field, ManifestSet set, RuleFindings findings)
    {
        if (field.Shape.Kind != ShapeKind.Object || field.Place.Node is not Map)
            return;
        foreach (var (key, value) in field.Place.Entries.Where(e => !field.Shape.Fields.ContainsKey(e.Key)))
        {
            var nearest = Spelling.Nearest(key, field.Shape.Fields.Keys);
            findings.Add(value, $"there is no field '{Spelling.Shown(key)}' here", nearest is null ? "remove it, or move it to where it belongs" : $"write '{nearest}'");
        }
    }
}
