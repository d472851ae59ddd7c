using System.Text.Json.Nodes;

namespace RegressionAnalyzer.Manifests.Clusters;

/// <summary>Waits until a Deployment runs nothing but what was applied, and says how far it is.</summary>
internal sealed class RolloutWatch(ClusterConnection cluster, ClusterOptions options)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly Waiting _waiting = new(cluster);

    /// <exception cref="ManifestException">It failed, or took longer than the options allow.</exception>
    public async Task WaitAsync(ApiResource deployment, CancellationToken cancellationToken)
    {
        var end = options.Clock.GetUtcNow() + options.Timeout;
        var told = "";
        while (true)
        {
            var state = await cluster.GetAsync(deployment.Path, cancellationToken)
                ?? throw new ManifestException($"{deployment} is gone: somebody deleted it while it was rolled out.");
            var rollout = RolloutState.Of(state);
            var text = rollout.Text + (rollout.IsComplete ? "" : await _waiting.DescribeAsync(deployment, cancellationToken));
            if (text != told)
                options.Progress($"{deployment}: {told = text}");
            if (rollout.IsComplete)
                return;
            if (rollout.Failure is { } failure)
                throw new ManifestException($"{deployment} was not rolled out: {failure}");
            if (options.Clock.GetUtcNow() >= end)
                throw new ManifestException($"{deployment} was not rolled out within {options.Timeout.TotalSeconds:0} s: {text}.");
            await Task.Delay(Pause, options.Clock, cancellationToken);
        }
    }
}

/// <summary>How far a rollout is, by the fields that <c>kubectl rollout status</c> looks at.</summary>
internal sealed record RolloutState(string Text, bool IsComplete, string? Failure)
{
    public static RolloutState Of(JsonObject deployment)
    {
        var status = deployment["status"];
        var wanted = Number(deployment["spec"], "replicas", 1);
        if (Number(status, "observedGeneration") < Number(deployment["metadata"], "generation"))
            return new("waiting for the controller", false, null);
        var (all, updated, available) = (Number(status, "replicas"), Number(status, "updatedReplicas"), Number(status, "availableReplicas"));
        var conditions = status.At("conditions").Items().ToList();
        var refused = conditions.Find(c => c.Text("type") == "ReplicaFailure" && c.Text("status") == "True").Text("message");
        var failed = conditions.Find(c => c.Text("reason") == "ProgressDeadlineExceeded");
        return new(
            $"{updated} of {wanted} pods are new, {available} available{(all > updated ? $", {all - updated} old ones left" : "")}{(refused.Length > 0 ? $"; pods are refused: {refused}" : "")}",
            updated >= wanted && all <= updated && available >= updated,
            failed?.Text("message"));
    }

    private static long Number(JsonNode? node, string name, long absent = 0) => node?[name]?.GetValue<long>() ?? absent;
}
