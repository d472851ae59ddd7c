namespace RegressionAnalyzer.Manifests.Verification.Rules.ApiServer;

internal sealed class DuplicateName() : FieldRule(new("duplicate-name", RuleOrigin.ApiServer, Severity.Error)
{
    Demand = "Containers, volumes and ports of one list have names of their own, mounts have paths of their own",
    Reason = "The API server refuses the object: the name is the key by which lists are merged and referred to.",
})
{
    private static readonly Dictionary<string, string> Keys = new()
    {
        ["V1PodSpec.volumes"] = "name",
        ["V1Container.volumeMounts"] = "mountPath",
        ["V1Container.ports"] = "name",
        ["V1ServiceSpec.ports"] = "name",
        ["V1PodSpec.imagePullSecrets"] = "name",
        ["V2HorizontalPodAutoscalerSpec.metrics"] = "resource",
    };

    protected override void Check(TypedPlace field, ManifestSet set, RuleFindings findings)
    {
        if (field.Shape.Kind == ShapeKind.Object && field.Shape.Type.Name == "V1PodSpec")
            Twice(field.Place["containers"].Items.Concat(field.Place["initContainers"].Items).Concat(field.Place["ephemeralContainers"].Items), "name", findings);
        if (field.Shape.Kind == ShapeKind.List && Keys.TryGetValue(field.Field, out var key))
            Twice(field.Place.Items, key, findings);
    }

    private static void Twice(IEnumerable<Place> items, string key, RuleFindings findings)
    {
        var known = new HashSet<string>();
        foreach (var place in items.Select(item => item[key]))
        {
            if (place.Text is { Length: > 0 } text && !known.Add(text))
                findings.Add(place, $"the {key} '{Spelling.Shown(text)}' stands twice", $"give each a {key} of its own");
        }
    }
}
