using RegressionAnalyzer.Manifests.Trees;

namespace RegressionAnalyzer.Manifests.Pods;

/// <summary>
/// Replacing pods without losing a request: a new pod is there, and ready for a while, before an old one goes; the old one serves on until
/// every proxy has forgotten it, and then has time to finish.
/// </summary>
internal static class Rollout
{
    public static Map Strategy() => new Map
    {
        { "type", "RollingUpdate" },
        { "rollingUpdate", new Map { { "maxUnavailable", 0 }, { "maxSurge", 1 } } },
    }.Because("a new pod is ready before an old one goes");

    public static Expression MinReadySeconds(Workload workload) => Seconds(workload, "minReadySeconds", "MinReadySeconds");

    /// <summary>The image has no shell, so the pause is the kubelet's own (<c>preStop.sleep</c>, Kubernetes 1.30 or newer).</summary>
    public static Map Lifecycle(Workload workload) => new()
    {
        { "preStop", new Map { { "sleep", new Map { { "seconds", Seconds(workload, "preStopSleepSeconds", "PreStopSleepSeconds") } } } } },
    };

    public static Expression TerminationGrace(Workload workload)
    {
        var rollout = Values(workload);
        return new Expression(
            $"{{{{ add {rollout["preStopSleepSeconds"].Helm} {rollout["hostShutdownSeconds"].Helm} {RolloutSettings.ExitSeconds} }}}}",
            values => rollout["preStopSleepSeconds"].Number(values) + rollout["hostShutdownSeconds"].Number(values) + RolloutSettings.ExitSeconds)
            .Because($"pre-stop sleep + host shutdown + {RolloutSettings.ExitSeconds} s, so that the process ends by itself before it is killed");
    }

    /// <summary>Tells the .NET host how long it may take after SIGTERM (HostOptions.ShutdownTimeout).</summary>
    public static Map ShutdownTimeout(Workload workload)
    {
        var seconds = Values(workload)["hostShutdownSeconds"];
        return new Map
        {
            { "name", "DOTNET_SHUTDOWNTIMEOUTSECONDS" },
            { "value", new Expression($"{{{{ {seconds.Helm} | int | quote }}}}", values => seconds.Text(values)) },
        }.Because($"setting Rollout.HostShutdownSeconds (chart value {seconds.Dotted})");
    }

    private static ValuePath Values(Workload workload) => workload.Values["rollout"];

    private static Expression Seconds(Workload workload, string value, string setting) =>
        Values(workload)[value].AsNumber().Because($"setting Rollout.{setting} (chart value {Values(workload).Dotted}.{value})");
}
