namespace RegressionAnalyzer.Manifests.Verification.Rules.ApiServer;

internal sealed class RequestWithinLimit() : FieldRule(new("request-within-limit", RuleOrigin.ApiServer, Severity.Error)
{
    Demand = "A request is at most its limit",
    Reason = "The API server refuses the pod: it could not be scheduled and then held to its limit.",
})
{
    protected override void Check(TypedPlace field, ManifestSet set, RuleFindings findings)
    {
        if (field.Shape.Kind != ShapeKind.Object || field.Shape.Type.Name != "V1ResourceRequirements")
            return;
        foreach (var (name, request) in field.Place["requests"].Entries)
        {
            var limit = field.Place["limits"][name];
            if (Quantity.TryParse(request.TextOrEmpty, out var asked) && Quantity.TryParse(limit.TextOrEmpty, out var most) && asked > most)
                findings.Add(request, $"{name} asks for {request.Text}, and the limit is {limit.Text}", "lower the request or raise the limit");
        }
    }
}
