namespace RegressionAnalyzer.Manifests.Verification.Rules.PodSecurity;

internal sealed class RunAsUser() : PodRule(new("runAsUser", RuleOrigin.PodSecurityRestricted, Severity.Warning)
{
    Demand = "No user is given as 0",
    Reason = "User 0 is root.",
})
{
    protected override void Check(PodTemplate pod, ManifestSet set, RuleFindings findings)
    {
        foreach (var user in pod.AllContainers.Select(c => c.Security).Prepend(pod.Spec["securityContext"]).Select(s => s["runAsUser"]).Where(u => u.Number == 0))
            findings.Add(user, "runAsUser is 0", "name the image's user, or one of 10000 or above");
    }
}
