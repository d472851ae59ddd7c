namespace RegressionAnalyzer.Manifests.Verification.Rules.Policy;

internal sealed class ReadOnlyRootFileSystem() : ContainerRule(new("no-read-only-root-fs", RuleOrigin.KubeLinter, Severity.Warning)
{
    Demand = "A container's root file system cannot be written",
    Reason = "Who takes over the process cannot change its program, and what it writes does not fill the node.",
    AlsoKnownAs = ["kube-score/container-security-context-readonlyrootfilesystem", "polaris/notReadOnlyRootFilesystem"],
})
{
    protected override void Check(ContainerPlace container, RuleFindings findings)
    {
        if (!container.Pod.IsWindows && !container.Security["readOnlyRootFilesystem"].IsTrue)
            findings.Add(container.Security["readOnlyRootFilesystem"], $"the container '{container.Name}' can write its root file system", "write securityContext.readOnlyRootFilesystem: true, and an emptyDir for /tmp");
    }
}
