using System.Text;

namespace RegressionAnalyzer.Manifests.Tests.Clusters;

/// <summary>What deploying sends to the API server, and what a person sees of it.</summary>
public sealed class DeployTests : DeployScene
{
    [Fact]
    public async Task Every_object_is_appliedServer_side_in_order_under_our_own_name()
    {
        Assert.True(await DeployAsync());
        var patches = Server.Requests.Where(r => r.Method == "PATCH" && !r.Path.Contains("dryRun", StringComparison.Ordinal)).ToList();
        Assert.Equal(
            ["namespaces", "serviceaccounts", "secrets", "configmaps", "persistentvolumeclaims", "persistentvolumeclaims", "deployments", "services", "horizontalpodautoscalers", "poddisruptionbudgets", "networkpolicies"],
            patches.Select(p => p.Path.Split('?')[0].Split('/')[^2]));
        Assert.All(patches, p => Assert.Equal("application/apply-patch+yaml", p.ContentType));
        Assert.All(patches, p => Assert.Contains("?fieldManager=regression-analyzer-apphost&fieldValidation=Strict", p.Path, StringComparison.Ordinal));
        Assert.DoesNotContain("\"replicas\"", patches.Single(p => p.Path.StartsWith(Deployment, StringComparison.Ordinal)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_sees_each_object_the_rollout_and_the_services_answer()
    {
        Server.RolloutStates.Clear();
        foreach (var (updated, available) in new[] { (0, 0), (1, 1), (2, 2) })
            Server.RolloutStates.Enqueue($$"""{"observedGeneration":1,"replicas":2,"updatedReplicas":{{updated}},"availableReplicas":{{available}}}""");
        await DeployAsync();
        Assert.Equal("Namespace/regression-analyzer created", Progress[0]);
        Assert.Contains("Deployment/regression-analyzer: 1 of 2 pods are new, 1 available, 1 old ones left", Progress);
        Assert.Contains("Deployment/regression-analyzer: 2 of 2 pods are new, 2 available", Progress);
        Assert.Equal("Service/regression-analyzer answers /api/v1/health?probe=ready: {\"status\":\"healthy\"}", Progress[^1]);
        Assert.Contains(Server.Requests, r => r.Path == Home + "/services/http:regression-analyzer:8000/proxy/api/v1/health?probe=ready");
    }

    [Fact]
    public async Task Applying_again_changes_nothing_and_says_so()
    {
        await DeployAsync();
        Progress.Clear();
        await DeployAsync();
        Assert.Equal(11, Progress.Count(line => line.EndsWith(" unchanged", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_scale_an_autoscaler_has_chosen_stays()
    {
        await DeployAsync();
        Server.Objects[Deployment]["spec"]!["replicas"] = 7;
        Server.RolloutStates.Clear();
        Server.RolloutStates.Enqueue("""{"observedGeneration":1,"replicas":7,"updatedReplicas":7,"availableReplicas":7}""");
        await DeployAsync();
        Assert.Equal(7, Server.Objects[Deployment]["spec"]!["replicas"]!.GetValue<int>());
    }

    [Fact]
    public async Task Keys_with_a_value_fill_the_secret_and_others_in_it_stay()
    {
        await DeployAsync(new() { ["ANTHROPIC_API_KEY"] = "sk-first", ["GROQ_API_KEY"] = "" });
        Server.Objects[Secret]["data"]!["BY_HAND"] = "aGFuZA==";
        await DeployAsync(new() { ["ANTHROPIC_API_KEY"] = "sk-second" });
        var data = Server.Objects[Secret]["data"]!.AsObject();
        Assert.Equal("sk-second", Encoding.UTF8.GetString(Convert.FromBase64String(data["ANTHROPIC_API_KEY"]!.GetValue<string>())));
        Assert.Equal(["ANTHROPIC_API_KEY", "BY_HAND"], data.Select(d => d.Key).Order());
        await DeployAsync();
        Assert.Equal(2, Server.Objects[Secret]["data"]!.AsObject().Count);
        Assert.DoesNotContain(Progress, line => line.Contains("sk-", StringComparison.Ordinal));
        Assert.All(Folder.Snapshot().Values, content => Assert.DoesNotContain("sk-second", content, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_changed_key_rolls_the_pods_and_the_same_key_does_not()
    {
        await DeployAsync(new() { ["GROQ_API_KEY"] = "a" });
        var before = Template();
        await DeployAsync(new() { ["GROQ_API_KEY"] = "a" });
        Assert.Equal(before, Template());
        await DeployAsync(new() { ["GROQ_API_KEY"] = "b" });
        Assert.NotEqual(before, Template());

        string Template() => Server.Objects[Deployment]["spec"]!["template"]!.ToJsonString();
    }

    [Fact]
    public async Task A_dry_run_is_checked_by_theServer_and_keeps_nothing()
    {
        await DeployAsync(cluster: c => c with { IsDryRun = true });
        Assert.Empty(Server.Objects);
        Assert.Equal("Namespace/regression-analyzer would be created", Progress[0]);
        Assert.Contains("Deployment/regression-analyzer can only be checked once the namespace 'regression-analyzer' is there", Progress);
        await DeployAsync();
        Progress.Clear();
        await DeployAsync(cluster: c => c with { IsDryRun = true });
        Assert.All(Progress, line => Assert.EndsWith(" would be accepted", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Another_namespace_takes_all_objects()
    {
        await DeployAsync(cluster: c => c with { Namespace = "blue" });
        Assert.All(Server.Objects.Keys, path => Assert.Contains("/namespaces/blue", "/" + path, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_cluster_is_the_one_of_the_kubeconfigs_context()
    {
        Folder.Write("kubeconfig", $$$"""
            apiVersion: v1
            kind: Config
            current-context: elsewhere
            clusters:
            - {name: here, cluster: {server: "{{{Server.Configuration.Host}}}"}}
            - {name: elsewhere, cluster: {server: "http://127.0.0.1:1"}}
            users:
            - {name: me, user: {token: token}}
            contexts:
            - {name: here, context: {cluster: here, user: me}}
            - {name: elsewhere, context: {cluster: elsewhere, user: me}}
            """);
        var both = string.Join(Path.PathSeparator, Folder.In("missing"), Folder.In("kubeconfig"));
        Assert.True(await DeployAsync(cluster: c => c with { Cluster = null, KubeConfig = both, Context = "here" }));
        Assert.NotEmpty(Server.Objects);
        var error = await Assert.ThrowsAsync<ManifestException>(() => DeployAsync(cluster: c => c with { Cluster = null, KubeConfig = both, Context = "nowhere" }));
        Assert.Contains("nowhere", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_yes_nothing_is_changed_and_the_question_names_the_place()
    {
        var question = "";
        Assert.False(await DeployAsync(cluster: c => c with { Confirm = asked => (question = asked).Length == 0 }));
        Assert.Equal($"Deploy 11 objects to namespace 'regression-analyzer' of {Server.Configuration.Host}?", question);
        Assert.Empty(Server.Requests);
    }
}
