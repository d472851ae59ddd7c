namespace RegressionAnalyzer.Manifests.Verification.Rules.ApiServer;

internal sealed class GracePeriod() : ContainerRule(new("grace-period", RuleOrigin.ApiServer, Severity.Error)
{
    Demand = "The pause before a container stops ends within the pod's grace period",
    Reason = "The API server refuses a longer one; a pause as long as the grace period leaves the process no time, and it is killed with requests in flight.",
})
{
    private const long Default = 30;

    protected override void Check(ContainerPlace container, RuleFindings findings)
    {
        var sleep = container["lifecycle"]["preStop"]["sleep"]["seconds"];
        var grace = container.Pod.Spec["terminationGracePeriodSeconds"].Number ?? Default;
        if (sleep.Number > grace)
            findings.Add(sleep, $"the pause is {sleep.Number} s, the grace period {grace} s", "raise terminationGracePeriodSeconds above the pause and the time the process needs to stop");
        else if (sleep.Number == grace)
            findings.Add(sleep, Severity.Warning, $"the pause takes the whole grace period, {grace} s", "raise terminationGracePeriodSeconds by the time the process needs to stop");
    }
}
