using System.Text.Json.Nodes;
using RegressionAnalyzer.Manifests.Trees;

namespace RegressionAnalyzer.Manifests.Clusters;

/// <summary>What a rollout waits for, in a few words: claims that are not bound, why pods are not ready.</summary>
internal sealed class Waiting(ClusterConnection cluster)
{
    /// <returns>Such as <c>; claims: regression-analyzer-data Pending; pods: 2 ContainerCreating</c>; empty when there is nothing to tell.</returns>
    public async Task<string> DescribeAsync(ApiResource deployment, CancellationToken cancellationToken)
    {
        try
        {
            var pods = await cluster.ListAsync($"api/v1/namespaces/{deployment.Namespace}/pods?{Selector(deployment)}", cancellationToken);
            var claims = await cluster.ListAsync($"api/v1/namespaces/{deployment.Namespace}/persistentvolumeclaims", cancellationToken);
            return Line("claims", Unbound(deployment, claims)) + Line("pods", Reasons(pods));
        }
        catch (ManifestException)
        {
            // who may deploy may not be one who may list pods; then the numbers have to do
            return "";
        }
    }

    /// <summary>As a query: the pods that the Deployment takes for its own.</summary>
    public static string Selector(ApiResource deployment)
    {
        var labels = (deployment.Tree.Find("spec", "selector", "matchLabels") as Map ?? []).Select(e => $"{e.Key}={e.Value}");
        return $"labelSelector={Uri.EscapeDataString(string.Join(',', labels))}";
    }

    private static IEnumerable<string> Unbound(ApiResource deployment, IEnumerable<JsonNode> claims)
    {
        var volumes = deployment.Tree.Find("spec", "template", "spec", "volumes") as Sequence ?? [];
        var used = volumes.OfType<Map>().Select(v => v.Find("persistentVolumeClaim", "claimName")?.ToString()).ToHashSet();
        return claims.Where(c => used.Contains(c.Name()) && c.At("status").Text("phase") != "Bound").Select(c => $"{c.Name()} {Or(c.At("status").Text("phase"), "Pending")}");
    }

    private static IEnumerable<string> Reasons(IEnumerable<JsonNode> pods) => pods
        .Where(pod => pod["metadata"]?["deletionTimestamp"] is null && !pod.HasCondition("Ready", "True"))
        .GroupBy(Reason)
        .OrderBy(g => g.Key, StringComparer.Ordinal)
        .Select(g => $"{g.Count()} {g.Key}");

    private static string Reason(JsonNode pod)
    {
        var states = pod.At("status", "initContainerStatuses").Items().Concat(pod.At("status", "containerStatuses").Items());
        var waiting = states.Select(s => s.At("state", "waiting").Text("reason")).FirstOrDefault(reason => reason.Length > 0);
        var unscheduled = pod.At("status", "conditions").Items().FirstOrDefault(c => c.Text("type") == "PodScheduled" && c.Text("status") == "False");
        return Or(waiting ?? "", Or(unscheduled.Text("reason"), "not ready"));
    }

    private static string Line(string what, IEnumerable<string> items) => items.ToList() is { Count: > 0 } all ? $"; {what}: {string.Join(", ", all)}" : "";

    private static string Or(string text, string other) => text.Length > 0 ? text : other;
}
