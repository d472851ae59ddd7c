namespace RegressionAnalyzer.Manifests.Verification.Rules.ApiServer;

internal sealed class LabelFormat() : FieldRule(new("label-format", RuleOrigin.ApiServer, Severity.Error)
{
    Demand = "Keys and values of labels have the form of labels, in selectors too",
    Reason = "The API server refuses the object: spaces, slashes and more than 63 characters do not fit in a label's value.",
    AlsoKnownAs = ["kube-score/label-values"],
})
{
    private static readonly string[] Fields =
    [
        "V1ObjectMeta.labels", "V1LabelSelector.matchLabels", "V1ServiceSpec.selector", "V1ReplicationControllerSpec.selector", "V1PodSpec.nodeSelector",
    ];

    protected override void Check(TypedPlace field, ManifestSet set, RuleFindings findings)
    {
        if (field.Shape.Kind != ShapeKind.Map || !Fields.Contains(field.Field))
            return;
        foreach (var (key, value) in field.Place.Entries)
        {
            if (!KubernetesName.IsQualifiedKey(key))
                findings.Add(value, $"'{Spelling.Shown(key)}' is no key of a label", $"write {KubernetesName.KeyRule}");
            if (value.Text is { } text && !KubernetesName.IsLabelValue(text))
                findings.Add(value, $"'{Spelling.Shown(text)}' is no value of a label", $"write {KubernetesName.LabelValueRule}; longer texts go into an annotation");
        }
    }
}
