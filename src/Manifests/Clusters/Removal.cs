namespace RegressionAnalyzer.Manifests.Clusters;

/// <summary>Deletes objects and waits until they are gone.</summary>
internal sealed class Removal(ClusterConnection cluster, ClusterOptions options)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <exception cref="ManifestException">Something is still there when the time is over.</exception>
    public async Task RemoveAsync(IReadOnlyList<ApiResource> resources, CancellationToken cancellationToken)
    {
        foreach (var resource in resources)
        {
            // in the foreground: the Deployment is gone only once its pods are
            var query = "?propagationPolicy=Foreground" + (options.IsDryRun ? "&dryRun=All" : "");
            var wasThere = await cluster.DeleteAsync(resource.Path + query, cancellationToken);
            options.Progress($"{resource} {(!wasThere ? "was not there" : options.IsDryRun ? "would be deleted" : "deleted")}");
        }

        if (options.IsDryRun)
            return;
        var end = options.Clock.GetUtcNow() + options.Timeout;
        foreach (var resource in resources)
        {
            while (await cluster.GetAsync(resource.Path, cancellationToken) is { } left)
            {
                if (options.Clock.GetUtcNow() >= end)
                    throw new ManifestException($"{resource} is still there after {options.Timeout.TotalSeconds:0} s{Finalizers(left)}.");
                await Task.Delay(Pause, options.Clock, cancellationToken);
            }
        }
    }

    private static string Finalizers(System.Text.Json.Nodes.JsonObject left) =>
        left["metadata"]?["finalizers"] is { } finalizers ? $"; it waits for {finalizers.ToJsonString()}" : "";
}
