namespace RegressionAnalyzer.Manifests.Verification.Rules.PodSecurity;

internal sealed class WindowsHostProcess() : PodRule(new("windowsHostProcess", RuleOrigin.PodSecurityBaseline, Severity.Error)
{
    Demand = "No container is a process of a Windows host",
    Reason = "Such a process has the host's rights and its files.",
    AlsoKnownAs = ["polaris/hostProcess"],
})
{
    protected override void Check(PodTemplate pod, ManifestSet set, RuleFindings findings)
    {
        foreach (var process in pod.AllContainers.Select(c => c.Security).Prepend(pod.Spec["securityContext"]).Select(s => s["windowsOptions"]["hostProcess"]).Where(p => p.IsTrue))
            findings.Add(process, "it runs as a process of the host", "remove hostProcess");
    }
}
