namespace RegressionAnalyzer.Manifests.Verification.Rules.Policy;

internal sealed class InstanceLabel() : ObjectRule(new("metadataAndInstanceMismatched", RuleOrigin.Polaris, Severity.Info)
{
    Demand = "The label app.kubernetes.io/instance is the workload's name",
    Reason = "Tools that group by the label show the workload under another name than kubectl.",
    IsOptional = true,
})
{
    private const string Label = "app.kubernetes.io/instance";

    protected override void Check(KubernetesObject item, ManifestSet set, RuleFindings findings)
    {
        var label = item.Metadata["labels"][Label];
        if (item.Pod is not null && label.Exists && label.Text != item.Name)
            findings.Add(label, $"the label is '{Spelling.Shown(label.TextOrEmpty)}', the name '{Spelling.Shown(item.Name)}'", "make them equal");
    }
}
