namespace RegressionAnalyzer.Manifests.Verification.Rules.PodSecurity;

internal sealed class SeccompRestricted() : ContainerRule(new("seccompProfile_restricted", RuleOrigin.PodSecurityRestricted, Severity.Warning)
{
    Demand = "A container names its seccomp profile: the runtime's, or one of the node's",
    Reason = "Where the kubelet was not told otherwise, none means every system call.",
    AlsoKnownAs = ["kube-score/container-seccomp-profile"],
})
{
    protected override void Check(ContainerPlace container, RuleFindings findings)
    {
        var profile = container.SecurityOrPods("seccompProfile");
        if (!container.Pod.IsWindows && profile["type"].Text is not ("RuntimeDefault" or "Localhost"))
            findings.Add(profile["type"].Exists ? profile["type"] : profile, $"the container '{container.Name}' has no seccomp profile", "write securityContext.seccompProfile.type: RuntimeDefault in the pod");
    }
}
