using System.Net;
using RegressionAnalyzer.Manifests.Clusters;
using RegressionAnalyzer.Manifests.Trees;

namespace RegressionAnalyzer.Manifests.Verification.Cluster;

/// <summary>
/// Has an API server check every object by a dry run: what only this cluster knows (its admission webhooks and policies, custom resources, quotas,
/// immutable fields of what is there) is found as well. Nothing is kept.
/// </summary>
internal sealed class ServerDryRun(ClusterConnection cluster, ManifestSet set)
{
    public static readonly RuleDescription Rule = new("server-dry-run", RuleOrigin.ApiServer, Severity.Error)
    {
        Demand = "The API server takes the object",
        Reason = "Asked with --cluster, it refused: applying will fail in the same way.",
    };

    private const string Query = "?fieldManager=regression-analyzer-verify&fieldValidation=Strict&dryRun=All";
    private const string Mend = "follow the API server's words";

    private readonly Discovery _discovery = new(cluster);
    private readonly Dictionary<string, bool> _namespaces = [];

    /// <returns>What could not be checked, and why.</returns>
    public async Task<IReadOnlyList<string>> CheckAsync(RuleFindings findings, CancellationToken cancellationToken = default)
    {
        var notes = new List<string>();
        foreach (var item in set.Objects.Where(o => o.Root.Map is not null))
            await CheckAsync(item, findings, notes, cancellationToken);
        return [.. notes.Distinct()];
    }

    private async Task CheckAsync(KubernetesObject item, RuleFindings findings, List<string> notes, CancellationToken cancellationToken)
    {
        var collection = await _discovery.CollectionAsync(item.ApiVersion, item.Kind, item.Namespace, cancellationToken);
        if (collection is null && set.OfKind("CustomResourceDefinition").Any(d => d.Spec["names"]["kind"].Text == item.Kind))
            notes.Add($"{item.Kind}: the cluster can only check it once its CustomResourceDefinition is there");
        else if (collection is null)
            findings.Add(item.Root["kind"], $"{cluster.Server} has no {item.ApiVersion} {item.Kind}", "install what brings it, or use an API version that the cluster has");
        else if (item.Namespace.Length > 0 && await IsNewAsync(item.Namespace, cancellationToken))
            notes.Add($"the cluster can only check what is in the namespace '{item.Namespace}' once that is there");
        else
            await AskAsync(item, collection, findings, notes, cancellationToken);
    }

    private async Task AskAsync(KubernetesObject item, string collection, RuleFindings findings, List<string> notes, CancellationToken cancellationToken)
    {
        var content = JsonText.Compact(item.Root.Map!);
        var (status, body) = item.Metadata["name"].Text is { Length: > 0 } name
            ? await cluster.SendAsync(HttpMethod.Patch, $"{collection}/{Uri.EscapeDataString(name)}{Query}&force=true", "application/apply-patch+yaml", content, cancellationToken)
            : await cluster.SendAsync(HttpMethod.Post, collection + Query, "application/json", content, cancellationToken);
        if ((int)status is >= 200 and < 300)
            return;
        if (status == HttpStatusCode.Unauthorized)
            throw ApiError.From(status, body, collection);
        var (message, causes) = ApiError.Read(body);
        if (status == HttpStatusCode.Forbidden && message.Contains(" cannot ", StringComparison.Ordinal))
            notes.Add($"{item.Title}: these credentials may not apply it, so the cluster did not check it");
        else if (causes.Count == 0)
            findings.Add(item.Root, $"the API server refuses it ({(int)status}): {message.TrimEnd('.')}", Mend);
        foreach (var (field, why) in causes)
            findings.Add(FieldPath.Find(item.Root, field), $"the API server refuses {(field.Length > 0 ? field : "it")}: {why.TrimEnd('.')}", Mend);
    }

    /// <summary>A namespace of these manifests that the cluster does not have yet.</summary>
    private async Task<bool> IsNewAsync(string ns, CancellationToken cancellationToken)
    {
        if (!_namespaces.TryGetValue(ns, out var isNew))
        {
            var (status, _) = await cluster.SendAsync(HttpMethod.Get, $"api/v1/namespaces/{Uri.EscapeDataString(ns)}", null, null, cancellationToken);
            _namespaces[ns] = isNew = status == HttpStatusCode.NotFound;
        }

        return isNew;
    }
}
