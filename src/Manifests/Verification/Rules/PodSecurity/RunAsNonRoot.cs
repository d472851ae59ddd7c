namespace RegressionAnalyzer.Manifests.Verification.Rules.PodSecurity;

internal sealed class RunAsNonRoot() : ContainerRule(new("runAsNonRoot", RuleOrigin.PodSecurityRestricted, Severity.Warning)
{
    Demand = "A container runs as a user that is not root",
    Reason = "Who breaks out of a container of root's is root on the node.",
    AlsoKnownAs = ["kube-linter/run-as-non-root", "polaris/runAsRootAllowed"],
})
{
    protected override void Check(ContainerPlace container, RuleFindings findings)
    {
        if (!container.SecurityOrPods("runAsNonRoot").IsTrue)
            findings.Add(container.SecurityOrPods("runAsNonRoot"), $"the container '{container.Name}' may run as root", "write securityContext.runAsNonRoot: true in the pod, and a runAsUser above 0");
    }
}
