namespace RegressionAnalyzer.Manifests.Verification.Rules.ApiServer;

internal sealed class SelectorRequirement() : FieldRule(new("selector-requirement", RuleOrigin.ApiServer, Severity.Error)
{
    Demand = "In and NotIn come with values, Exists and DoesNotExist without",
    Reason = "The API server refuses the selector.",
})
{
    protected override void Check(TypedPlace field, ManifestSet set, RuleFindings findings)
    {
        if (field.Shape.Kind != ShapeKind.Object || field.Shape.Type.Name is not ("V1LabelSelectorRequirement" or "V1NodeSelectorRequirement"))
            return;
        var (name, values) = (field.Place["operator"].Text, field.Place["values"]);
        if (name is "In" or "NotIn" && !values.HasItems)
            findings.Add(values, $"{name} without values", "list the values");
        else if (name is "Exists" or "DoesNotExist" && values.HasItems)
            findings.Add(values, $"{name} with values", "remove the values, or write In or NotIn");
        else if (name is "Gt" or "Lt" && values.Items.Count() != 1)
            findings.Add(values, $"{name} without exactly one value", "write one number as a text");
    }
}
