namespace RegressionAnalyzer.Manifests.Verification.Rules.ApiServer;

internal sealed class RestartPolicy() : PodRule(new("restart-policy", RuleOrigin.ApiServer, Severity.Error)
{
    Demand = "Pods that run for ever restart always, pods of a Job on failure or never",
    Reason = "The API server refuses any other policy in a Deployment, StatefulSet or DaemonSet, and Always in a Job.",
    AlsoKnownAs = ["kube-linter/restart-policy", "kube-score/cronjob-restartpolicy"],
})
{
    protected override void Check(PodTemplate pod, ManifestSet set, RuleFindings findings)
    {
        var policy = pod.Spec["restartPolicy"];
        if (pod.Owner.Kind is "Deployment" or "StatefulSet" or "DaemonSet" or "ReplicaSet" or "ReplicationController")
        {
            if (policy.Text is { } text && text != "Always")
                findings.Add(policy, $"restartPolicy is {Spelling.Shown(text)} in a {pod.Owner.Kind}", "remove it, or write Always");
        }
        else if (pod.IsBatch && pod.Spec.Exists && policy.Text is (null or "Always"))
        {
            findings.Add(policy, "the pods of a Job would restart for ever", "write OnFailure or Never");
        }
    }
}
