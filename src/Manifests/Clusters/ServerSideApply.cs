using System.Text.Json.Nodes;
using RegressionAnalyzer.Manifests.Trees;

namespace RegressionAnalyzer.Manifests.Clusters;

/// <summary>
/// Applies objects server-side, under a field manager of our own: fields we never named, such as the number of replicas or keys of the Secret,
/// stay as they are, and fields that others own are a conflict that is named.
/// </summary>
internal sealed class ServerSideApply(ClusterConnection cluster, DeployOptions options)
{
    public const string Manager = "regression-analyzer-apphost";

    /// <summary>On the pod template: the version of the Secret, so that a changed key rolls the pods as a changed setting does.</summary>
    public const string SecretVersion = "checksum/secret-version";

    private const string MergePatch = "application/merge-patch+json";
    private const string ApplyPatch = "application/apply-patch+yaml";

    private readonly Dictionary<string, string> _secretVersions = [];

    public async Task ApplyAsync(ApiResource resource, CancellationToken cancellationToken)
    {
        if (resource.Kind == "Namespace" && !await IsAllowedAsync(resource, cancellationToken))
        {
            options.Cluster.Progress($"{resource} taken as it is: these credentials may not change it");
            return;
        }

        var before = await cluster.GetAsync(resource.Path, cancellationToken);
        if (resource.Kind == "Deployment")
            AddSecretVersion(resource);
        var after = await cluster.PatchAsync(resource.Path + Query(options.TakeOver), ApplyPatch, JsonText.Compact(resource.Tree), cancellationToken);
        if (resource.Kind == "Secret")
            after = await FillAsync(resource, after, cancellationToken);
        options.Cluster.Progress($"{resource} {Outcome(before, after)}");
    }

    /// <summary>A team is often given a namespace and no rights over it.</summary>
    private async Task<bool> IsAllowedAsync(ApiResource space, CancellationToken cancellationToken)
    {
        var content = JsonText.Compact(space.Tree);
        var path = space.Path + Query(options.TakeOver, isDryRun: true);
        var (status, _) = await cluster.SendAsync(HttpMethod.Patch, path, ApplyPatch, content, cancellationToken);
        return status != System.Net.HttpStatusCode.Forbidden;
    }

    /// <summary>Sets the keys there are values for, by a merge: it touches no other key.</summary>
    private async Task<JsonObject> FillAsync(ApiResource secret, JsonObject applied, CancellationToken cancellationToken)
    {
        var data = new JsonObject();
        foreach (var (key, value) in options.Secrets.Where(s => s.Value.Length > 0))
            data[key] = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(value));
        if (data.Count > 0)
        {
            options.Cluster.Progress($"{secret} gets {string.Join(", ", data.Select(d => d.Key))}");
            var content = new JsonObject { ["data"] = data }.ToJsonString();
            applied = await cluster.PatchAsync(secret.Path + Query(takeOver: false), MergePatch, content, cancellationToken);
        }

        _secretVersions[secret.Name] = Version(applied) ?? "";
        return applied;
    }

    private void AddSecretVersion(ApiResource deployment)
    {
        var annotations = deployment.Tree.Find("spec", "template", "metadata", "annotations") as Map;
        if (annotations is not null && _secretVersions.Count > 0 && !options.Cluster.IsDryRun)
            annotations[SecretVersion] = string.Join('-', _secretVersions.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => s.Value));
    }

    private string Query(bool takeOver, bool isDryRun = false) =>
        $"?fieldManager={Manager}&fieldValidation=Strict{(takeOver ? "&force=true" : "")}{(isDryRun || options.Cluster.IsDryRun ? "&dryRun=All" : "")}";

    private string Outcome(JsonObject? before, JsonObject after)
    {
        if (options.Cluster.IsDryRun)
            return before is null ? "would be created" : "would be accepted";
        return before is null ? "created" : Version(before) == Version(after) ? "unchanged" : "configured";
    }

    private static string? Version(JsonObject value) => value["metadata"]?["resourceVersion"]?.GetValue<string>();
}
