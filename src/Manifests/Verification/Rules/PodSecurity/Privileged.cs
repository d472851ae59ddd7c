namespace RegressionAnalyzer.Manifests.Verification.Rules.PodSecurity;

internal sealed class Privileged() : ContainerRule(new("privileged", RuleOrigin.PodSecurityBaseline, Severity.Error)
{
    Demand = "No container is privileged",
    Reason = "A privileged process is root on the node.",
    AlsoKnownAs = ["kube-linter/privileged-container", "kube-score/container-security-context-privileged", "polaris/runAsPrivileged"],
})
{
    protected override void Check(ContainerPlace container, RuleFindings findings)
    {
        if (container.Security["privileged"].IsTrue)
            findings.Add(container.Security["privileged"], $"the container '{container.Name}' is privileged", "remove it, and add the one capability that is needed");
    }
}
