namespace RegressionAnalyzer.Manifests.Verification.Rules.PodSecurity;

internal sealed class HostPorts() : ContainerRule(new("hostPorts", RuleOrigin.PodSecurityBaseline, Severity.Error)
{
    Demand = "No container takes a port of its node",
    Reason = "Only one pod fits on a node, and network policies do not see the traffic.",
    AlsoKnownAs = ["polaris/hostPortSet"],
})
{
    protected override void Check(ContainerPlace container, RuleFindings findings)
    {
        foreach (var port in container["ports"].Items.Where(p => p["hostPort"].Number is not (null or 0)))
            findings.Add(port["hostPort"], $"the container '{container.Name}' takes port {port["hostPort"].Number} of the node", "remove hostPort, and reach the pod by a Service");
    }
}
