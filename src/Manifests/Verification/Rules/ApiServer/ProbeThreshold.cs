namespace RegressionAnalyzer.Manifests.Verification.Rules.ApiServer;

internal sealed class ProbeThreshold() : ContainerRule(new("probe-threshold", RuleOrigin.ApiServer, Severity.Error)
{
    Demand = "Liveness and startup probes succeed with one success, and init containers have none",
    Reason = "The API server refuses any other successThreshold there, and probes of a container that ends before the pod runs.",
})
{
    private static readonly string[] Probes = ["livenessProbe", "readinessProbe", "startupProbe"];

    protected override void Check(ContainerPlace container, RuleFindings findings)
    {
        foreach (var probe in Probes.Select(name => container[name]).Where(p => p.Exists))
        {
            if (container.IsInit)
                findings.Add(probe, $"a {(container.Place.Path.Contains("ephemeral", StringComparison.Ordinal) ? "debugging" : "init")} container has a {probe.Step}", "remove it, or make the container a sidecar by restartPolicy: Always");
            else if (probe.Step != "readinessProbe" && probe["successThreshold"].Number is { } threshold && threshold != 1)
                findings.Add(probe["successThreshold"], $"successThreshold is {threshold}", "write 1, or leave it out");
        }
    }
}
