namespace RegressionAnalyzer.Manifests.Verification.Rules.PodSecurity;

internal sealed class AllowPrivilegeEscalation() : ContainerRule(new("allowPrivilegeEscalation", RuleOrigin.PodSecurityRestricted, Severity.Warning)
{
    Demand = "A process cannot gain privileges that its parent has not",
    Reason = "Unless it is turned off, one set-user-id program in the image makes a user root.",
    AlsoKnownAs = ["kube-linter/privilege-escalation-container", "polaris/privilegeEscalationAllowed"],
})
{
    protected override void Check(ContainerPlace container, RuleFindings findings)
    {
        if (!container.Pod.IsWindows && !container.Security["allowPrivilegeEscalation"].IsFalse)
            findings.Add(container.Security["allowPrivilegeEscalation"], $"the container '{container.Name}' may gain privileges", "write securityContext.allowPrivilegeEscalation: false");
    }
}
