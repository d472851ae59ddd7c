using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace RegressionAnalyzer.Manifests.Clusters;

/// <summary>What a person would look for when a rollout fails: why pods wait, what happened to them, their last words.</summary>
internal sealed class Diagnosis(ClusterConnection cluster)
{
    private const int MostEvents = 10;
    private const int LogLines = 20;
    private const int MostPods = 3;

    public async Task<string> DescribeAsync(ApiResource deployment, CancellationToken cancellationToken)
    {
        var output = new StringBuilder();
        try
        {
            var pods = await cluster.ListAsync($"api/v1/namespaces/{deployment.Namespace}/pods?{Waiting.Selector(deployment)}", cancellationToken);
            var ill = pods.Where(pod => !pod.HasCondition("Ready", "True")).Take(MostPods).ToList();
            foreach (var pod in ill)
                State(output, pod);
            await ClaimsAsync(output, deployment, cancellationToken);
            await EventsAsync(output, deployment, cancellationToken);
            foreach (var pod in ill)
                await LogAsync(output, deployment, pod, cancellationToken);
        }
        catch (ManifestException e)
        {
            output.Append($"\nMore cannot be said: {e.Message}");
        }

        return output.ToString();
    }

    private static void State(StringBuilder output, JsonNode pod)
    {
        output.Append(CultureInfo.InvariantCulture, $"\nPod {pod.Name()}: {pod["status"]?["phase"]}");
        foreach (var condition in pod.At("status", "conditions").Items().Where(c => c.Text("type") == "PodScheduled" && c.Text("status") == "False"))
            output.Append($", not scheduled: {condition.Text("message")}");
        foreach (var container in pod.At("status", "containerStatuses").Items())
        {
            var state = container["state"]?["waiting"] ?? container["state"]?["terminated"] ?? container["lastState"]?["terminated"];
            if (state is not null)
                output.Append($", {container.Text("name")} {state.Text("reason")} {state.Text("message")}".TrimEnd());
            if (container["restartCount"]?.GetValue<long>() is > 0 and var restarts)
                output.Append(CultureInfo.InvariantCulture, $", {restarts} restarts");
        }
    }

    private async Task ClaimsAsync(StringBuilder output, ApiResource deployment, CancellationToken cancellationToken)
    {
        var claims = await cluster.ListAsync($"api/v1/namespaces/{deployment.Namespace}/persistentvolumeclaims", cancellationToken);
        foreach (var claim in claims.Where(c => c.At("status").Text("phase") != "Bound"))
        {
            var storageClass = claim.At("spec").Text("storageClassName") is { Length: > 0 } name ? name : "of the cluster's default";
            output.Append($"\nClaim {claim.Name()}: {claim.At("status").Text("phase")}, storage class {storageClass}; it has to provision ReadWriteMany");
        }
    }

    private async Task EventsAsync(StringBuilder output, ApiResource deployment, CancellationToken cancellationToken)
    {
        var events = (await cluster.ListAsync($"api/v1/namespaces/{deployment.Namespace}/events?fieldSelector=type%3DWarning", cancellationToken))
            .Where(e => e.At("involvedObject").Text("name").StartsWith(deployment.Name, StringComparison.Ordinal))
            .OrderBy(e => e.Text("lastTimestamp") is { Length: > 0 } last ? last : e.Text("eventTime"), StringComparer.Ordinal)
            .TakeLast(MostEvents);
        foreach (var item in events)
        {
            var about = item["involvedObject"];
            output.Append($"\nEvent {about.Text("kind")}/{about.Text("name")}: {item.Text("reason")}: {item.Text("message")}");
        }
    }

    /// <summary>A container that restarts has said why before it did: then the log of the one before it counts.</summary>
    private async Task LogAsync(StringBuilder output, ApiResource deployment, JsonNode pod, CancellationToken cancellationToken)
    {
        var restarted = pod.At("status", "containerStatuses").Items().Any(c => c["restartCount"]?.GetValue<long>() > 0);
        var query = $"container={deployment.Name}&tailLines={LogLines}{(restarted ? "&previous=true" : "")}";
        var path = $"api/v1/namespaces/{deployment.Namespace}/pods/{pod.Name()}/log?{query}";
        var (status, body) = await cluster.SendAsync(HttpMethod.Get, path, null, null, cancellationToken);
        if (status == HttpStatusCode.OK && body.Length > 0)
            output.Append($"\nLog of {pod.Name()}:{string.Concat(body.TrimEnd().Split('\n').Select(line => $"\n  {line.TrimEnd()}"))}");
    }

}
