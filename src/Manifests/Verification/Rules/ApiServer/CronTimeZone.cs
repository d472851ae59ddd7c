namespace RegressionAnalyzer.Manifests.Verification.Rules.ApiServer;

internal sealed class CronTimeZone() : ObjectRule(new("cron-time-zone", RuleOrigin.ApiServer, Severity.Error)
{
    Demand = "A CronJob's time zone is a name of the tz database",
    Reason = "The API server refuses an offset or an abbreviation: neither says when summer time begins.",
})
{
    protected override void Check(KubernetesObject item, ManifestSet set, RuleFindings findings)
    {
        var zone = item.Spec["timeZone"];
        if (item.Kind == "CronJob" && zone.Text is { } text && text is not ("UTC" or "Etc/UTC") && !(text.Contains('/', StringComparison.Ordinal) && !text.Contains(' ', StringComparison.Ordinal)))
            findings.Add(zone, $"'{Spelling.Shown(text)}' is no time zone", "write a name such as Europe/Berlin, or Etc/UTC");
    }
}
