using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using RegressionAnalyzer.Manifests.Trees;

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
            var labels = (deployment.Tree.Find("spec", "selector", "matchLabels") as Map ?? []).Select(e => $"{e.Key}={e.Value}");
            var selector = Uri.EscapeDataString(string.Join(',', labels));
            var pods = await ListAsync($"api/v1/namespaces/{deployment.Namespace}/pods?labelSelector={selector}", cancellationToken);
            var ill = pods.Where(pod => !IsReady(pod)).Take(MostPods).ToList();
            foreach (var pod in ill)
                Waiting(output, pod);
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

    private static void Waiting(StringBuilder output, JsonNode pod)
    {
        output.Append(CultureInfo.InvariantCulture, $"\nPod {Name(pod)}: {pod["status"]?["phase"]}");
        foreach (var condition in Items(pod["status"]?["conditions"]).Where(c => Text(c, "type") == "PodScheduled" && Text(c, "status") == "False"))
            output.Append($", not scheduled: {Text(condition, "message")}");
        foreach (var container in Items(pod["status"]?["containerStatuses"]))
        {
            var state = container["state"]?["waiting"] ?? container["state"]?["terminated"] ?? container["lastState"]?["terminated"];
            if (state is not null)
                output.Append($", {Text(container, "name")} {Text(state, "reason")} {Text(state, "message")}".TrimEnd());
            if (container["restartCount"]?.GetValue<long>() is > 0 and var restarts)
                output.Append(CultureInfo.InvariantCulture, $", {restarts} restarts");
        }
    }

    private async Task ClaimsAsync(StringBuilder output, ApiResource deployment, CancellationToken cancellationToken)
    {
        var claims = await ListAsync($"api/v1/namespaces/{deployment.Namespace}/persistentvolumeclaims", cancellationToken);
        foreach (var claim in claims.Where(c => Text(c["status"], "phase") != "Bound"))
        {
            var storageClass = Text(claim["spec"], "storageClassName") is { Length: > 0 } name ? name : "of the cluster's default";
            output.Append($"\nClaim {Name(claim)}: {Text(claim["status"], "phase")}, storage class {storageClass}; it has to provision ReadWriteMany");
        }
    }

    private async Task EventsAsync(StringBuilder output, ApiResource deployment, CancellationToken cancellationToken)
    {
        var events = (await ListAsync($"api/v1/namespaces/{deployment.Namespace}/events?fieldSelector=type%3DWarning", cancellationToken))
            .Where(e => Text(e["involvedObject"], "name").StartsWith(deployment.Name, StringComparison.Ordinal))
            .OrderBy(e => Text(e, "lastTimestamp"), StringComparer.Ordinal)
            .TakeLast(MostEvents);
        foreach (var item in events)
        {
            var about = item["involvedObject"];
            output.Append($"\nEvent {Text(about, "kind")}/{Text(about, "name")}: {Text(item, "reason")}: {Text(item, "message")}");
        }
    }

    /// <summary>A container that restarts has said why before it did: then the log of the one before it counts.</summary>
    private async Task LogAsync(StringBuilder output, ApiResource deployment, JsonNode pod, CancellationToken cancellationToken)
    {
        var restarted = Items(pod["status"]?["containerStatuses"]).Any(c => c["restartCount"]?.GetValue<long>() > 0);
        var query = $"container={deployment.Name}&tailLines={LogLines}{(restarted ? "&previous=true" : "")}";
        var path = $"api/v1/namespaces/{deployment.Namespace}/pods/{Name(pod)}/log?{query}";
        var (status, body) = await cluster.SendAsync(HttpMethod.Get, path, null, null, cancellationToken);
        if (status == HttpStatusCode.OK && body.Length > 0)
            output.Append($"\nLog of {Name(pod)}:{string.Concat(body.TrimEnd().Split('\n').Select(line => $"\n  {line.TrimEnd()}"))}");
    }

    private async Task<IReadOnlyList<JsonNode>> ListAsync(string path, CancellationToken cancellationToken) =>
        [.. Items((await cluster.GetAsync(path, cancellationToken))?["items"])];

    private static IEnumerable<JsonNode> Items(JsonNode? array) => (array as JsonArray ?? []).OfType<JsonNode>();

    private static bool IsReady(JsonNode pod) => Items(pod["status"]?["conditions"]).Any(c => Text(c, "type") == "Ready" && Text(c, "status") == "True");

    private static string Name(JsonNode value) => Text(value["metadata"], "name");

    private static string Text(JsonNode? node, string name) => node?[name]?.GetValue<string>() ?? "";
}
