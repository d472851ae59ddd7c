namespace RegressionAnalyzer.Manifests.Verification.Rules.Policy;

internal sealed class CronJobDeadline() : ObjectRule(new("cronjob-has-deadline", RuleOrigin.KubeScore, Severity.Warning)
{
    Demand = "A CronJob says how late it may start",
    Reason = "Without a deadline, missed runs add up: after a hundred the CronJob starts none any more.",
})
{
    protected override void Check(KubernetesObject item, ManifestSet set, RuleFindings findings)
    {
        if (item.Kind == "CronJob" && !item.Spec["startingDeadlineSeconds"].Exists)
            findings.Add(item.Spec["startingDeadlineSeconds"], $"{item.Title} has no deadline", "write startingDeadlineSeconds");
    }
}
