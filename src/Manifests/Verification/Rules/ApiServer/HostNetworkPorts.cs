namespace RegressionAnalyzer.Manifests.Verification.Rules.ApiServer;

internal sealed class HostNetworkPorts() : ContainerRule(new("host-network-ports", RuleOrigin.ApiServer, Severity.Error)
{
    Demand = "On the node's network a container's port is the node's",
    Reason = "The API server refuses a hostPort that differs from the containerPort: there is nothing in between that could translate.",
})
{
    protected override void Check(ContainerPlace container, RuleFindings findings)
    {
        if (!container.Pod.Spec["hostNetwork"].IsTrue)
            return;
        foreach (var port in container["ports"].Items.Where(p => p["hostPort"].Number is { } host && host != p["containerPort"].Number))
            findings.Add(port["hostPort"], $"hostPort {port["hostPort"].Number} differs from containerPort {port["containerPort"].Number}", "make them equal");
    }
}
