namespace RegressionAnalyzer.Manifests.Verification.Rules.ApiServer;

internal sealed class DisruptionAmount() : ObjectRule(new("disruption-amount", RuleOrigin.ApiServer, Severity.Error)
{
    Demand = "A disruption budget counts pods by a number or a percentage up to 100",
    Reason = "The API server refuses anything else.",
})
{
    protected override void Check(KubernetesObject item, ManifestSet set, RuleFindings findings)
    {
        if (item.Kind != "PodDisruptionBudget")
            return;
        foreach (var amount in new[] { item.Spec["minAvailable"], item.Spec["maxUnavailable"] })
        {
            if (amount.Node is Trees.Scalar { Kind: Trees.ScalarKind.Text } text && !(text.Text.EndsWith('%') && int.TryParse(text.Text[..^1], out var percent) && percent is >= 0 and <= 100))
                findings.Add(amount, $"'{Spelling.Shown(text.Text)}' is no percentage", "write a number such as 1, or a text such as \"25%\"");
        }
    }
}
