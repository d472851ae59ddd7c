namespace RegressionAnalyzer.Manifests.Verification.Rules.ApiServer;

internal sealed class TolerationShape() : FieldRule(new("toleration-shape", RuleOrigin.ApiServer, Severity.Error)
{
    Demand = "A toleration without a key tolerates by Exists, Exists has no value, and seconds go with NoExecute",
    Reason = "The API server refuses the pod.",
})
{
    protected override void Check(TypedPlace field, ManifestSet set, RuleFindings findings)
    {
        if (field.Shape.Kind != ShapeKind.Object || field.Shape.Type.Name != "V1Toleration")
            return;
        var toleration = field.Place;
        if (toleration["key"].TextOrEmpty.Length == 0 && toleration["operator"].Text != "Exists")
            findings.Add(toleration, "a toleration without a key", "name the taint's key, or write operator: Exists to tolerate every taint");
        if (toleration["operator"].Text == "Exists" && toleration["value"].TextOrEmpty.Length > 0)
            findings.Add(toleration["value"], "Exists with a value", "remove the value, or write Equal");
        if (toleration["tolerationSeconds"].Exists && toleration["effect"].Text != "NoExecute")
            findings.Add(toleration["tolerationSeconds"], "tolerationSeconds without effect NoExecute", "write effect: NoExecute, or remove the seconds");
    }
}
