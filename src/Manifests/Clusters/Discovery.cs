using System.Net;
using System.Text.Json.Nodes;

namespace RegressionAnalyzer.Manifests.Clusters;

/// <summary>Which kinds an API server has, asked once for each API version.</summary>
internal sealed class Discovery(ClusterConnection cluster)
{
    private readonly Dictionary<string, IReadOnlyList<JsonNode>> _known = [];

    /// <summary>Where objects of a kind are, without a name: <c>apis/apps/v1/namespaces/NAMESPACE/deployments</c>.</summary>
    /// <returns>Null when the server has no such kind.</returns>
    public async Task<string?> CollectionAsync(string apiVersion, string kind, string ns, CancellationToken cancellationToken)
    {
        var root = apiVersion.Contains('/', StringComparison.Ordinal) ? $"apis/{apiVersion}" : $"api/{apiVersion}";
        if (!_known.TryGetValue(root, out var resources))
            _known[root] = resources = await ReadAsync(root, cancellationToken);

        // what has a slash is a part of another (deployments/status)
        var resource = resources.FirstOrDefault(r => r.Text("kind") == kind && !r.Text("name").Contains('/', StringComparison.Ordinal));
        if (resource is null)
            return null;
        var isNamespaced = resource["namespaced"]?.GetValue<bool>() ?? false;
        return isNamespaced ? $"{root}/namespaces/{Uri.EscapeDataString(ns)}/{resource.Text("name")}" : $"{root}/{resource.Text("name")}";
    }

    private async Task<IReadOnlyList<JsonNode>> ReadAsync(string root, CancellationToken cancellationToken)
    {
        var (status, body) = await cluster.SendAsync(HttpMethod.Get, root, null, null, cancellationToken);
        return status == HttpStatusCode.NotFound ? [] : [.. ClusterConnection.Read(status, body, root).At("resources").Items()];
    }
}
