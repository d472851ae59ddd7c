namespace RegressionAnalyzer.Manifests.Verification.Rules.PodSecurity;

internal sealed class HostProbesAndHostLifecycle() : ContainerRule(new("hostProbesAndHostLifecycle", RuleOrigin.PodSecurityBaseline, Severity.Error)
{
    Demand = "Probes and lifecycle hooks ask the pod itself",
    Reason = "A host field makes the kubelet call any address it can reach, from inside the node's network. Enforced from Kubernetes 1.34 on.",
})
{
    private static readonly string[][] Handlers = [["livenessProbe"], ["readinessProbe"], ["startupProbe"], ["lifecycle", "preStop"], ["lifecycle", "postStart"]];
    private static readonly string[] Actions = ["httpGet", "tcpSocket"];

    protected override void Check(ContainerPlace container, RuleFindings findings)
    {
        foreach (var handler in Handlers.Select(path => path.Aggregate(container.Place, (place, step) => place[step])))
        {
            foreach (var host in Actions.Select(a => handler[a]["host"]).Where(h => h.TextOrEmpty.Length > 0))
                findings.Add(host, $"it asks {Spelling.Shown(host.TextOrEmpty)} in place of the pod", "remove host; a name for the service goes into the Host header under httpHeaders");
        }
    }
}
