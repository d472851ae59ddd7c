using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using k8s;
using k8s.Models;

namespace RegressionAnalyzer.Manifests.Tests.Clusters;

/// <summary>The published manifests on a real cluster; skipped, with what is missing, where there is none.</summary>
[Trait("Category", "Cluster")]
public sealed class RealClusterTests(RealCluster cluster) : IClassFixture<RealCluster>
{
    private const string Table = "a,b,target\n1,4,9.1\n2,1,8.2\n3,8,21.9\n4,2,16.1\n5,7,29.2\n6,3,23.8\n7,9,37.1\n8,5,32.2\n";

    [Fact]
    public async Task Two_pods_are_ready_and_the_claims_are_bound()
    {
        SkipWithoutCluster();
        var pods = await cluster.PodsAsync();
        Assert.True(pods.Count >= 2);
        Assert.All(pods, pod => Assert.True(pod.Status.ContainerStatuses.Single().Ready));
        var claims = await cluster.Client.CoreV1.ListNamespacedPersistentVolumeClaimAsync(RealCluster.Space, cancellationToken: Cancellation);
        Assert.Equal([("regression-analyzer-data", "Bound"), ("regression-analyzer-output", "Bound")], claims.Items.Select(c => (c.Metadata.Name, c.Status.Phase)).Order());
    }

    [Fact]
    public async Task A_table_is_uploaded_and_analysed_through_the_node_port()
    {
        SkipWithoutCluster();
        var result = await AnalyzeAsync();
        Assert.Equal("completed", result["status"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_changed_setting_replaces_every_pod_and_fails_no_request()
    {
        SkipWithoutCluster();
        await cluster.DeployAsync("Information");
        var before = (await cluster.PodsAsync()).Select(p => p.Metadata.Name).ToHashSet();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var load = Enumerable.Range(0, 4).Select(_ => LoadAsync(stop.Token)).ToList();
        try
        {
            await cluster.DeployAsync("Debug");
        }
        finally
        {
            await stop.CancelAsync();
        }

        var (answered, failed) = (await Task.WhenAll(load)).Aggregate((a, b) => (a.Answered + b.Answered, [.. a.Failed, .. b.Failed]));
        Assert.Empty(failed);
        Assert.True(answered > 100, $"only {answered} requests");
        Assert.DoesNotContain(await cluster.PodsAsync(), pod => before.Contains(pod.Metadata.Name));
    }

    [Fact]
    public async Task Load_scales_out_applying_again_leaves_the_scale_and_calm_scales_in()
    {
        SkipWithoutCluster();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var load = Enumerable.Range(0, 16).Select(_ => AnalyzeUntilAsync(stop.Token)).ToList();
        try
        {
            await RealCluster.UntilAsync(async () => (await cluster.DeploymentAsync()).Spec.Replicas > 2, TimeSpan.FromMinutes(5), "scaling out");
            var chosen = (await cluster.DeploymentAsync()).Spec.Replicas;
            await cluster.DeployAsync("Warning");
            Assert.True((await cluster.DeploymentAsync()).Spec.Replicas >= chosen);
        }
        finally
        {
            await stop.CancelAsync();
        }

        await Task.WhenAll(load);
        await RealCluster.UntilAsync(async () => (await cluster.DeploymentAsync()).Spec.Replicas == 2, TimeSpan.FromMinutes(20), "scaling in");
    }

    [Fact]
    public async Task A_key_added_by_hand_survives_the_next_deployment()
    {
        SkipWithoutCluster();
        var patch = new V1Patch("""{"stringData":{"BY_HAND":"kept"}}""", V1Patch.PatchType.MergePatch);
        await cluster.Client.CoreV1.PatchNamespacedSecretAsync(patch, $"{RealCluster.Name}-secrets", RealCluster.Space, cancellationToken: Cancellation);
        await cluster.DeployAsync("Information");
        var secret = await cluster.Client.CoreV1.ReadNamespacedSecretAsync($"{RealCluster.Name}-secrets", RealCluster.Space, cancellationToken: Cancellation);
        Assert.Equal(["BY_HAND", "GROQ_API_KEY"], secret.Data.Keys.Order());
    }

    [Fact]
    public async Task Destroying_leaves_the_claims_and_then_nothing()
    {
        const string Space = $"{RealCluster.Space}-destroy";
        SkipWithoutCluster();
        await cluster.DeployAsync(Space, "Information", ServiceType.ClusterIP);
        try
        {
            await cluster.DestroyAsync(Space, removeVolumes: false);
            Assert.Empty(await cluster.PodsAsync(Space));
            Assert.Empty((await cluster.Client.CoreV1.ListNamespacedServiceAsync(Space, cancellationToken: Cancellation)).Items);
            Assert.Equal(2, (await cluster.Client.CoreV1.ListNamespacedPersistentVolumeClaimAsync(Space, cancellationToken: Cancellation)).Items.Count);
        }
        finally
        {
            await cluster.DestroyAsync(Space, removeVolumes: true);
        }

        var spaces = await cluster.Client.CoreV1.ListNamespaceAsync(cancellationToken: Cancellation);
        Assert.DoesNotContain(spaces.Items, s => s.Metadata.Name == Space);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private void SkipWithoutCluster() => Assert.SkipWhen(cluster.Missing is not null, $"needs a cluster: {cluster.Missing} is not set");

    private async Task<JsonObject> AnalyzeAsync()
    {
        using var form = new MultipartFormDataContent { { new StringContent(Table), "file", "table.csv" } };
        var upload = await ReadAsync(await cluster.Service.PostAsync("/api/v1/upload", form));
        var job = await ReadAsync(await cluster.Service.PostAsJsonAsync("/api/v1/analyze", new { upload_id = upload["upload_id"]!.GetValue<string>(), target = "target", skip_llm = true }));
        return await ReadAsync(await cluster.Service.GetAsync($"/api/v1/results/{job["job_id"]}?wait=30s"));
    }

    private static async Task<JsonObject> ReadAsync(HttpResponseMessage response)
    {
        using (response)
        {
            var body = await response.Content.ReadAsStringAsync();
            Assert.True(response.IsSuccessStatusCode, body);
            return JsonNode.Parse(body)!.AsObject();
        }
    }

    private async Task<(int Answered, List<string> Failed)> LoadAsync(CancellationToken stop)
    {
        var (answered, failed) = (0, new List<string>());
        while (!stop.IsCancellationRequested)
        {
            try
            {
                using var response = await cluster.Service.GetAsync("/api/v1/health", CancellationToken.None);
                answered++;
                if (!response.IsSuccessStatusCode)
                    failed.Add(((int)response.StatusCode).ToString(CultureInfo.InvariantCulture));
            }
            catch (HttpRequestException e)
            {
                failed.Add(e.Message);
            }
        }

        return (answered, failed);
    }

    private async Task AnalyzeUntilAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
            await AnalyzeAsync();
    }
}
