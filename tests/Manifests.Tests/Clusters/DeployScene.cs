namespace RegressionAnalyzer.Manifests.Tests.Clusters;

/// <summary>Published manifests and a local server that answers as an API server.</summary>
public abstract class DeployScene : IAsyncLifetime
{
    protected const string Home = "api/v1/namespaces/regression-analyzer";
    protected const string Deployment = "apis/apps/v1/namespaces/regression-analyzer/deployments/regression-analyzer";
    protected const string Secret = Home + "/secrets/regression-analyzer-secrets";

    private protected TemporaryFolder Folder { get; } = TemporaryFolder.WithChart();

    protected List<string> Progress { get; } = [];

    private protected ApiServer Server { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        ManifestFinisher.Finish(Folder.Path, Sample.Settings);
        Server = await ApiServer.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        Folder.Dispose();
        GC.SuppressFinalize(this);
    }

    protected Task<bool> DeployAsync(Dictionary<string, string>? secrets = null, Func<ClusterOptions, ClusterOptions>? cluster = null) => ClusterDeployer.DeployAsync(
        Folder.In("k8s"),
        new DeployOptions { Cluster = (cluster ?? (c => c))(Cluster()), Secrets = secrets ?? [] },
        TestContext.Current.CancellationToken);

    protected ClusterOptions Cluster() => new() { Cluster = Server.Configuration, Clock = new ImpatientClock(), Progress = Progress.Add };

    protected IEnumerable<string> Left() => Server.Objects.Keys.Select(path => string.Join('/', path.Split('/')[^2..])).Order(StringComparer.Ordinal);
}
