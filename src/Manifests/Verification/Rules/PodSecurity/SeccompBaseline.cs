namespace RegressionAnalyzer.Manifests.Verification.Rules.PodSecurity;

internal sealed class SeccompBaseline() : PodRule(new("seccompProfile_baseline", RuleOrigin.PodSecurityBaseline, Severity.Error)
{
    Demand = "Seccomp is not turned off",
    Reason = "Unconfined, a process may make every system call of the node's kernel.",
})
{
    protected override void Check(PodTemplate pod, ManifestSet set, RuleFindings findings)
    {
        foreach (var type in pod.AllContainers.Select(c => c.Security).Prepend(pod.Spec["securityContext"]).Select(s => s["seccompProfile"]["type"]).Where(t => t.Text == "Unconfined"))
            findings.Add(type, "seccomp is Unconfined", "write RuntimeDefault");
    }
}
