using k8s;
using k8s.Models;

namespace RegressionAnalyzer.Manifests.Tests.Clusters;

/// <summary>
/// The service on a real cluster, deployed once for all tests and taken away at the end. Needed are <c>KUBECONFIG</c>, <c>CLUSTER_IMAGE</c>
/// (registry/repository:tag, which the nodes can pull), <c>CLUSTER_URL</c> (http://node:30080) and, where the default class cannot provision
/// ReadWriteMany, <c>CLUSTER_STORAGE_CLASS</c>. For the test of scaling the cluster has a metrics server.
/// </summary>
public sealed class RealCluster : IAsyncLifetime
{
    public const string Name = "regression-analyzer";
    public const string Space = "regression-analyzer-test";

    private readonly TemporaryFolder _folder = new();

    /// <summary>Why there is no cluster; null when there is one.</summary>
    public string? Missing { get; } = new[] { "KUBECONFIG", "CLUSTER_IMAGE", "CLUSTER_URL" }.FirstOrDefault(name => string.IsNullOrEmpty(Environment.GetEnvironmentVariable(name)));

    internal Kubernetes Client { get; private set; } = null!;

    internal HttpClient Service { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        if (Missing is not null)
            return;
        Client = new Kubernetes(KubernetesClientConfiguration.BuildDefaultConfig());
        Service = new HttpClient { BaseAddress = new Uri(Environment.GetEnvironmentVariable("CLUSTER_URL")!) };
        // connections kept open would stay with one pod, and a pod that goes would not be seen by the others
        Service.DefaultRequestHeaders.ConnectionClose = true;
        try
        {
            await DeployAsync("Information");
        }
        catch
        {
            // a fixture that fails is not disposed of, and the next run would find what is left
            await DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Missing is null)
        {
            await DestroyAsync(Space, removeVolumes: true);
            Service.Dispose();
            Client.Dispose();
        }

        _folder.Dispose();
    }

    internal Task DeployAsync(string logLevel) => DeployAsync(Space, logLevel, ServiceType.NodePort);

    internal async Task DeployAsync(string space, string logLevel, ServiceType service)
    {
        _folder.CopyChart("local");
        ManifestFinisher.Finish(_folder.Path, Settings(space, logLevel, service));
        var cluster = new ClusterOptions { Timeout = TimeSpan.FromMinutes(10) };
        await ClusterDeployer.DeployAsync(_folder.In("k8s"), new DeployOptions { Cluster = cluster, Secrets = new Dictionary<string, string> { ["GROQ_API_KEY"] = "of no use" } });
    }

    /// <summary>Of the manifests only the names count here, and those are the same in every namespace.</summary>
    internal Task DestroyAsync(string space, bool removeVolumes) =>
        ClusterDeployer.DestroyAsync(_folder.In("k8s"), new DestroyOptions { Cluster = new ClusterOptions { Namespace = space }, RemoveVolumes = removeVolumes });

    /// <summary>The pods that are to serve, those on their way out left aside.</summary>
    internal async Task<IReadOnlyList<V1Pod>> PodsAsync(string space = Space)
    {
        var pods = await Client.CoreV1.ListNamespacedPodAsync(space, labelSelector: $"app={Name}");
        return [.. pods.Items.Where(p => p.Metadata.DeletionTimestamp is null)];
    }

    internal Task<V1Deployment> DeploymentAsync() => Client.AppsV1.ReadNamespacedDeploymentAsync(Name, Space);

    /// <summary>Waits for a condition with a limit, looking every few seconds as a person would.</summary>
    internal static async Task UntilAsync(Func<Task<bool>> condition, TimeSpan limit, string what)
    {
        using var end = new CancellationTokenSource(limit);
        while (!await condition())
        {
            Assert.False(end.IsCancellationRequested, $"{what} did not happen within {limit.TotalMinutes} minutes");
            await Task.Delay(TimeSpan.FromSeconds(3), TestContext.Current.CancellationToken);
        }
    }

    private static DeploymentSettings Settings(string space, string logLevel, ServiceType service)
    {
        var image = Environment.GetEnvironmentVariable("CLUSTER_IMAGE")!;
        var (slash, colon) = (image.IndexOf('/', StringComparison.Ordinal), image.LastIndexOf(':'));
        var url = new Uri(Environment.GetEnvironmentVariable("CLUSTER_URL")!);
        return Sample.With(w => w with
        {
            Image = new ImageSettings { Registry = image[..Math.Max(slash, 0)], Repository = image[(slash + 1)..colon], Tag = image[(colon + 1)..] },
            Service = new ServiceSettings { Type = service, NodePort = url.Port },
            Volumes = [.. w.Volumes.Select(v => v with { Size = "1Gi", StorageClass = Environment.GetEnvironmentVariable("CLUSTER_STORAGE_CLASS") })],
            Config = new Dictionary<string, string> { ["LOG_LEVEL"] = logLevel, ["RateLimit__RequestsPerMinute"] = "0" },
        }) with
        { Namespace = space };
    }
}
