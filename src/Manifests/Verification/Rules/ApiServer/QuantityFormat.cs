namespace RegressionAnalyzer.Manifests.Verification.Rules.ApiServer;

internal sealed class QuantityFormat() : FieldRule(new("quantity-format", RuleOrigin.ApiServer, Severity.Error)
{
    Demand = "A quantity is a number with a suffix that Kubernetes knows, and not negative",
    Reason = "The API server cannot read it and refuses the object; 512MB is no quantity, and 512m of memory is half a byte.",
})
{
    protected override void Check(TypedPlace field, ManifestSet set, RuleFindings findings)
    {
        if (field.Shape.Kind != ShapeKind.Quantity || field.Place.Text is not { } text)
            return;
        if (!Quantity.TryParse(text, out var value))
            findings.Add(field.Place, $"'{Spelling.Shown(text)}' is no quantity", "write a number with one of the suffixes m, k, M, G, T, Ki, Mi, Gi, Ti, such as 500m or 2Gi");
        else if (value < 0)
            findings.Add(field.Place, $"'{text}' is negative", "write 0 or more");
        else if (value % 1 != 0 && field.Place.Step is ("memory" or "storage" or "ephemeral-storage"))
            findings.Add(field.Place, Severity.Warning, $"'{text}' is a part of a byte", "m means thousandths; write Mi for mebibytes");
    }
}
