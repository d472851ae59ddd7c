namespace RegressionAnalyzer.Manifests.Verification.Rules.Policy;

internal sealed class JobTimeToLive() : ObjectRule(new("job-ttl-seconds-after-finished", RuleOrigin.KubeLinter, Severity.Warning)
{
    Demand = "A Job that no CronJob makes goes some time after it is done; one that a CronJob makes leaves that to it",
    Reason = "Finished Jobs and their pods stay in the cluster for ever; a CronJob counts its own, and a second rule fights with its history limits.",
})
{
    protected override void Check(KubernetesObject item, ManifestSet set, RuleFindings findings)
    {
        var ofCronJob = item.Spec["jobTemplate"]["spec"]["ttlSecondsAfterFinished"];
        if (item.Kind == "Job" && !item.Spec["ttlSecondsAfterFinished"].Exists)
            findings.Add(item.Spec["ttlSecondsAfterFinished"], $"{item.Title} stays for ever", "write ttlSecondsAfterFinished");
        else if (item.Kind == "CronJob" && ofCronJob.Exists)
            findings.Add(ofCronJob, $"the Jobs of {item.Title} go by two rules", "remove it; successfulJobsHistoryLimit and failedJobsHistoryLimit say how many stay");
    }
}
