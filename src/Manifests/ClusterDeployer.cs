using RegressionAnalyzer.Manifests.Clusters;

namespace RegressionAnalyzer.Manifests;

/// <summary>Brings a folder of plain manifests to a cluster, and takes it away again.</summary>
public static class ClusterDeployer
{
    private static readonly string[] Kept = ["Namespace", "PersistentVolumeClaim"];

    /// <summary>
    /// Applies the manifests server-side in the order of their kustomization, fills the Secret, waits until every pod is new and available, and
    /// asks the service whether it is ready. A dry run stops after the API server has checked everything.
    /// </summary>
    /// <param name="manifests">The folder <c>k8s</c> that publishing writes.</param>
    /// <returns>False when the person asked did not want it; then nothing was changed.</returns>
    /// <exception cref="ManifestException">
    /// The manifests cannot be read, there is no cluster, it refuses an object, or the rollout fails; then with what happened to the pods and how
    /// to go back.
    /// </exception>
    public static async Task<bool> DeployAsync(string manifests, DeployOptions options, CancellationToken cancellationToken = default)
    {
        var resources = ManifestFolder.Read(manifests, options.Cluster.Namespace);
        using var cluster = ClusterConnection.Open(options.Cluster);
        if (!Confirmed(options.Cluster, $"Deploy {resources.Count} objects to {Place(cluster, resources)}?"))
            return false;
        var apply = new ServerSideApply(cluster, options);
        foreach (var resource in resources)
        {
            if (options.Cluster.IsDryRun && await IsInNewNamespaceAsync(cluster, resource, cancellationToken))
                options.Cluster.Progress($"{resource} can only be checked once the namespace '{resource.Namespace}' is there");
            else
                await apply.ApplyAsync(resource, cancellationToken);
        }

        if (!options.Cluster.IsDryRun)
            await WaitAsync(cluster, resources, options.Cluster, cancellationToken);
        return true;
    }

    /// <summary>
    /// Deletes what <see cref="DeployAsync"/> has made, in the opposite order, and waits until it is gone. The claims stay, and with them the
    /// namespace, unless the options say otherwise: they hold what users uploaded.
    /// </summary>
    /// <returns>False when the person asked did not want it; then nothing was changed.</returns>
    /// <exception cref="ManifestException">The manifests cannot be read, there is no cluster, or something does not go in time.</exception>
    public static async Task<bool> DestroyAsync(string manifests, DestroyOptions options, CancellationToken cancellationToken = default)
    {
        var resources = ManifestFolder.Read(manifests, options.Cluster.Namespace);
        using var cluster = ClusterConnection.Open(options.Cluster);
        var doomed = resources.Where(r => options.RemoveVolumes || !Kept.Contains(r.Kind)).Reverse().ToList();
        var loss = options.RemoveVolumes ? ", and every uploaded table and result with them" : "";
        if (!Confirmed(options.Cluster, $"Delete {doomed.Count} objects from {Place(cluster, resources)}{loss}?"))
            return false;
        await new Removal(cluster, options.Cluster).RemoveAsync(doomed, cancellationToken);
        if (!options.RemoveVolumes)
            options.Cluster.Progress($"kept: {string.Join(", ", resources.Where(r => Kept.Contains(r.Kind)))}");
        return true;
    }

    private static async Task WaitAsync(
        ClusterConnection cluster, IReadOnlyList<ApiResource> resources, ClusterOptions options, CancellationToken cancellationToken)
    {
        foreach (var claim in resources.Where(r => r.Kind == "PersistentVolumeClaim"))
            options.Progress($"{claim} is {(await cluster.GetAsync(claim.Path, cancellationToken))?["status"]?["phase"] ?? "Pending"}");
        var deployments = resources.Where(r => r.Kind == "Deployment").ToList();
        foreach (var deployment in deployments)
        {
            try
            {
                await new RolloutWatch(cluster, options).WaitAsync(deployment, cancellationToken);
            }
            catch (ManifestException e)
            {
                var found = await new Diagnosis(cluster).DescribeAsync(deployment, cancellationToken);
                var undo = $"kubectl -n {deployment.Namespace} rollout undo deployment/{deployment.Name}";
                throw new ManifestException($"{e.Message}{found}\nTo go back to what ran before: {undo}", e);
            }
        }

        foreach (var service in resources.Where(r => r.Kind == "Service"))
            await new ServiceProbe(cluster, options).ProbeAsync(service, deployments, cancellationToken);
    }

    private static async Task<bool> IsInNewNamespaceAsync(ClusterConnection cluster, ApiResource resource, CancellationToken cancellationToken) =>
        resource.Namespace is { } home
        && (await cluster.SendAsync(HttpMethod.Get, $"api/v1/namespaces/{home}", null, null, cancellationToken)).Status == System.Net.HttpStatusCode.NotFound;

    private static bool Confirmed(ClusterOptions options, string question) => options.IsDryRun || options.Confirm is null || options.Confirm(question);

    private static string Place(ClusterConnection cluster, IReadOnlyList<ApiResource> resources) =>
        $"namespace '{resources.FirstOrDefault(r => r.Namespace is not null)?.Namespace}' of {cluster.Server}";
}
