namespace RegressionAnalyzer.Manifests.Verification.Rules.Policy;

internal sealed class PrivilegedPorts() : ContainerRule(new("privileged-ports", RuleOrigin.KubeLinter, Severity.Info)
{
    Demand = "A container listens on ports from 1024 up",
    Reason = "A user without privileges cannot take a lower one on every runtime.",
    IsOptional = true,
})
{
    protected override void Check(ContainerPlace container, RuleFindings findings)
    {
        foreach (var port in container["ports"].Items.Where(p => p["containerPort"].Number is > 0 and < 1024))
            findings.Add(port["containerPort"], $"the container '{container.Name}' listens on {port["containerPort"].Number}", "listen on a port from 1024 up; the Service may have any");
    }
}
