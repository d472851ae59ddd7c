namespace RegressionAnalyzer.Manifests.Verification.Rules.ApiServer;

internal sealed class PrivilegeContradiction() : ContainerRule(new("privilege-contradiction", RuleOrigin.ApiServer, Severity.Error)
{
    Demand = "A security context does not ask for one thing and its opposite",
    Reason = "allowPrivilegeEscalation: false with privileged is refused by the API server; runAsNonRoot with user 0 never starts.",
})
{
    protected override void Check(ContainerPlace container, RuleFindings findings)
    {
        var escalation = container.Security["allowPrivilegeEscalation"];
        var isSysAdmin = container.Security["capabilities"]["add"].Items.Any(c => c.Text is "SYS_ADMIN" or "CAP_SYS_ADMIN");
        if (escalation.IsFalse && (container.Security["privileged"].IsTrue || isSysAdmin))
            findings.Add(escalation, $"allowPrivilegeEscalation is false in a container that {(isSysAdmin ? "has SYS_ADMIN" : "is privileged")}", "take the privilege away");
        var user = container.SecurityOrPods("runAsUser");
        if (container.SecurityOrPods("runAsNonRoot").IsTrue && user.Number == 0)
            findings.Add(user, "runAsNonRoot is true and runAsUser is 0", "name a user above 0");
    }
}
