using RegressionAnalyzer.Manifests.Trees;

namespace RegressionAnalyzer.Manifests.Verification.Rules.Policy;

internal sealed class ProbesIdentical() : ContainerRule(new("pod-probes-identical", RuleOrigin.KubeScore, Severity.Warning)
{
    Demand = "Liveness and readiness do not ask the same question",
    Reason = "A container that is busy for a while, or waits for another service, is to be left alone, not restarted.",
})
{
    private static readonly string[] Handlers = ["httpGet", "tcpSocket", "exec", "grpc"];

    protected override void Check(ContainerPlace container, RuleFindings findings)
    {
        foreach (var handler in Handlers)
        {
            var (liveness, readiness) = (container["livenessProbe"][handler], container["readinessProbe"][handler]);
            if (liveness.Map is { } left && readiness.Map is { } right && JsonText.Compact(left) == JsonText.Compact(right))
                findings.Add(liveness, $"the probes of the container '{container.Name}' are the same", "let liveness ask whether the process lives, and readiness whether it can serve");
        }
    }
}
