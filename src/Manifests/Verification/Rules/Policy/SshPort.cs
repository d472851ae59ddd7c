namespace RegressionAnalyzer.Manifests.Verification.Rules.Policy;

internal sealed class SshPort() : ContainerRule(new("ssh-port", RuleOrigin.KubeLinter, Severity.Warning)
{
    Demand = "No container serves port 22",
    Reason = "A way in by SSH goes past everything that Kubernetes logs and allows; kubectl exec does not.",
})
{
    protected override void Check(ContainerPlace container, RuleFindings findings)
    {
        foreach (var port in container["ports"].Items.Where(p => p["containerPort"].Number == 22 && p["protocol"].Text is null or "TCP"))
            findings.Add(port["containerPort"], $"the container '{container.Name}' serves port 22", "take the SSH server out of the image");
    }
}
