namespace RegressionAnalyzer.Manifests.Verification.Rules.References;

internal sealed class ProbePort() : ContainerRule(new("liveness-port", RuleOrigin.KubeLinter, Severity.Error)
{
    Demand = "A probe asks a port that its container declares",
    Reason = "A name that the container does not have fails every probe, so the container restarts for ever or never gets ready; a number is most often a slip.",
    AlsoKnownAs = ["kube-linter/readiness-port", "kube-linter/startup-port"],
})
{
    private static readonly string[] Probes = ["livenessProbe", "readinessProbe", "startupProbe"];
    private static readonly string[] Handlers = ["httpGet", "tcpSocket", "grpc"];

    protected override void Check(ContainerPlace container, RuleFindings findings)
    {
        var ports = container["ports"].Items.ToList();
        foreach (var port in Probes.SelectMany(probe => Handlers.Select(handler => container[probe][handler]["port"])).Where(p => p.Exists))
        {
            var isKnown = port.Number is { } number ? ports.Count == 0 || ports.Exists(p => p["containerPort"].Number == number) : ports.Exists(p => p["name"].Text == port.Text);
            if (!isKnown)
                findings.Add(port, port.Number is null ? Severity.Error : Severity.Warning, $"the container '{container.Name}' has no port '{Spelling.Shown(port.TextOrEmpty)}'", "name one of its ports, or declare this one");
        }
    }
}
