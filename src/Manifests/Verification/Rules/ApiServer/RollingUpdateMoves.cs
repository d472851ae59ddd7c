namespace RegressionAnalyzer.Manifests.Verification.Rules.ApiServer;

internal sealed class RollingUpdateMoves() : ObjectRule(new("rolling-update-moves", RuleOrigin.ApiServer, Severity.Error)
{
    Demand = "A rolling update may add or take away a pod",
    Reason = "With maxSurge and maxUnavailable both 0 nothing could ever be replaced, and with Recreate there is nothing to roll: the API server refuses both.",
})
{
    protected override void Check(KubernetesObject item, ManifestSet set, RuleFindings findings)
    {
        if (item.Kind != "Deployment")
            return;
        var strategy = item.Spec["strategy"];
        var rolling = strategy["rollingUpdate"];
        if (strategy["type"].Text == "Recreate" && rolling.Exists)
            findings.Add(rolling, "rollingUpdate beside type Recreate", "remove one of the two");
        foreach (var amount in new[] { rolling["maxSurge"], rolling["maxUnavailable"] }.Where(a => a.Text is { } text && !IsAmount(text)))
            findings.Add(amount, $"'{Spelling.Shown(amount.TextOrEmpty)}' is neither a number nor a percentage", "write a number such as 1, or a text such as \"25%\"");
        if (IsZero(rolling["maxSurge"]) && IsZero(rolling["maxUnavailable"]))
            findings.Add(rolling["maxUnavailable"], "maxSurge and maxUnavailable are both 0", "set maxSurge to 1: a new pod is there before an old one goes");
    }

    private static bool IsZero(Place place) => place.Text is "0" or "0%";

    private static bool IsAmount(string text) => text.TrimStart('-').TrimEnd('%') is { Length: > 0 } digits && digits.All(char.IsAsciiDigit);
}
