namespace RegressionAnalyzer.Manifests.Verification.Rules.ApiServer;

internal sealed class RequiredField() : FieldRule(new("required-field", RuleOrigin.ApiServer, Severity.Error)
{
    Demand = "Fields without which an object means nothing are there",
    Reason = "The API server refuses the object: \"Required value\".",
})
{
    protected override void Check(TypedPlace field, ManifestSet set, RuleFindings findings)
    {
        if (field.Shape.Kind != ShapeKind.Object || field.Place.Map is null)
            return;
        var required = field.Shape.Fields.Where(f => f.Value.IsRequired).Select(f => f.Key).Concat(RequiredFields.Of(field.Shape.Type)).Distinct();
        foreach (var name in required.Where(name => IsMissing(field.Place[name])))
            findings.Add(field.Place[name], $"'{name}' is missing", $"add {name}");
        if (field.Place.Owner.Type == field.Shape.Type && field.Place.Owner.Root == field.Place)
            CheckName(field.Place.Owner, findings);
    }

    private static void CheckName(KubernetesObject item, RuleFindings findings)
    {
        if (item.Name.Length == 0 && !item.Kind.EndsWith("Review", StringComparison.Ordinal))
            findings.Add(item.Metadata["name"], "the object has no name", "add metadata.name");
    }

    /// <summary>An empty text or list is as good as none where something is required; an empty map may say "all".</summary>
    private static bool IsMissing(Place place) =>
        !place.Exists || place.Node is Trees.Scalar { Kind: Trees.ScalarKind.Text, Text: "" } || place.Node is Trees.Sequence { Count: 0 };
}
