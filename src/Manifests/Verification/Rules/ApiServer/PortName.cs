namespace RegressionAnalyzer.Manifests.Verification.Rules.ApiServer;

internal sealed class PortName() : FieldRule(new("port-name", RuleOrigin.ApiServer, Severity.Error)
{
    Demand = "A port's name has at most 15 lower-case letters, digits and dashes with a letter among them; a Service with several ports names them all",
    Reason = "The API server refuses the object; names of ports are those of IANA's registry (RFC 6335).",
})
{
    protected override void Check(TypedPlace field, ManifestSet set, RuleFindings findings)
    {
        if (field.Field is "V1ContainerPort.name" or "V1ServicePort.targetPort" or "V1HTTPGetAction.port" or "V1TCPSocketAction.port" or "V1NetworkPolicyPort.port")
            CheckName(field.Place, findings);
        else if (field is { Field: "V1ServicePort.name", Place.Text: { } name } && !KubernetesName.IsLabel(name))
            findings.Add(field.Place, $"'{Spelling.Shown(name)}' is no name of a Service's port", $"write {KubernetesName.LabelRule}");
        else if (field is { Field: "V1ServiceSpec.ports", Shape.Kind: ShapeKind.List } && field.Place.Items.Count() > 1)
            CheckAllNamed(field.Place, findings);
    }

    private static void CheckName(Place place, RuleFindings findings)
    {
        if (place.Node is Trees.Scalar { Kind: Trees.ScalarKind.Text } name && !IsPortName(name.Text))
            findings.Add(place, $"'{Spelling.Shown(name.Text)}' is no name of a port", int.TryParse(name.Text, out _) ? "write the number without quotes" : "write at most 15 lower-case letters, digits and single dashes, with a letter among them");
    }

    private static void CheckAllNamed(Place ports, RuleFindings findings)
    {
        foreach (var port in ports.Items.Where(p => !p["name"].Exists))
            findings.Add(port["name"], "one of several ports has no name", "give every port a name");
    }

    private static bool IsPortName(string text) =>
        text.Length is > 0 and <= 15 && KubernetesName.IsLabel(text) && text.Any(char.IsAsciiLetterLower) && !text.Contains("--", StringComparison.Ordinal);
}
