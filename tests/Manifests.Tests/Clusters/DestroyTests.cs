namespace RegressionAnalyzer.Manifests.Tests.Clusters;

/// <summary>Taking away what was deployed.</summary>
public sealed class DestroyTests : DeployScene
{
    [Fact]
    public async Task Destroying_takes_all_but_the_claims_and_their_namespace()
    {
        await DeployAsync();
        Assert.True(await ClusterDeployer.DestroyAsync(Folder.In("k8s"), new DestroyOptions { Cluster = Cluster() }, TestContext.Current.CancellationToken));
        Assert.Equal(["namespaces/regression-analyzer", "persistentvolumeclaims/regression-analyzer-data", "persistentvolumeclaims/regression-analyzer-output"], Left());
        Assert.StartsWith("kept: Namespace/regression-analyzer, PersistentVolumeClaim/", Progress[^1], StringComparison.Ordinal);
        Assert.Equal("networkpolicies", Server.Requests.First(r => r.Method == "DELETE").Path.Split('/')[^2]);
    }

    [Fact]
    public async Task Destroying_with_the_volumes_takes_everything_and_asks_with_that_in_mind()
    {
        await DeployAsync();
        var question = "";
        var cluster = Cluster() with { Confirm = asked => (question = asked).Length > 0 };
        await ClusterDeployer.DestroyAsync(Folder.In("k8s"), new DestroyOptions { Cluster = cluster, RemoveVolumes = true }, TestContext.Current.CancellationToken);
        Assert.Empty(Server.Objects);
        Assert.Contains("and every uploaded table and result with them?", question, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Destroying_what_is_not_there_is_no_error() =>
        Assert.True(await ClusterDeployer.DestroyAsync(Folder.In("k8s"), new DestroyOptions { Cluster = Cluster() }, TestContext.Current.CancellationToken));
}
