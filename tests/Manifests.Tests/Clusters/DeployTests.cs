using System.Text;

namespace RegressionAnalyzer.Manifests.Tests.Clusters;

/// <summary>Deploying to and destroying on a local server that answers as an API server.</summary>
public sealed class DeployTests : IAsyncLifetime
{
    private const string Home = "api/v1/namespaces/regression-analyzer";
    private const string Deployment = "apis/apps/v1/namespaces/regression-analyzer/deployments/regression-analyzer";
    private const string Secret = Home + "/secrets/regression-analyzer-secrets";

    private readonly TemporaryFolder _folder = TemporaryFolder.WithChart();
    private readonly List<string> _progress = [];
    private ApiServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        ManifestFinisher.Finish(_folder.Path, Sample.Settings);
        _server = await ApiServer.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Every_object_is_applied_server_side_in_order_under_our_own_name()
    {
        Assert.True(await DeployAsync());
        var patches = _server.Requests.Where(r => r.Method == "PATCH" && !r.Path.Contains("dryRun", StringComparison.Ordinal)).ToList();
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
        _server.RolloutStates.Clear();
        foreach (var (updated, available) in new[] { (0, 0), (1, 1), (2, 2) })
            _server.RolloutStates.Enqueue($$"""{"observedGeneration":1,"replicas":2,"updatedReplicas":{{updated}},"availableReplicas":{{available}}}""");
        await DeployAsync();
        Assert.Equal("Namespace/regression-analyzer created", _progress[0]);
        Assert.Contains("Deployment/regression-analyzer: 1 of 2 pods are new, 1 available, 1 old ones left", _progress);
        Assert.Contains("Deployment/regression-analyzer: 2 of 2 pods are new, 2 available", _progress);
        Assert.Equal("Service/regression-analyzer answers /api/v1/health?probe=ready: {\"status\":\"healthy\"}", _progress[^1]);
        Assert.Contains(_server.Requests, r => r.Path == Home + "/services/http:regression-analyzer:8000/proxy/api/v1/health?probe=ready");
    }

    [Fact]
    public async Task Applying_again_changes_nothing_and_says_so()
    {
        await DeployAsync();
        _progress.Clear();
        await DeployAsync();
        Assert.Equal(11, _progress.Count(line => line.EndsWith(" unchanged", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_scale_an_autoscaler_has_chosen_stays()
    {
        await DeployAsync();
        _server.Objects[Deployment]["spec"]!["replicas"] = 7;
        _server.RolloutStates.Clear();
        _server.RolloutStates.Enqueue("""{"observedGeneration":1,"replicas":7,"updatedReplicas":7,"availableReplicas":7}""");
        await DeployAsync();
        Assert.Equal(7, _server.Objects[Deployment]["spec"]!["replicas"]!.GetValue<int>());
    }

    [Fact]
    public async Task Keys_with_a_value_fill_the_secret_and_others_in_it_stay()
    {
        await DeployAsync(new() { ["ANTHROPIC_API_KEY"] = "sk-first", ["GROQ_API_KEY"] = "" });
        _server.Objects[Secret]["data"]!["BY_HAND"] = "aGFuZA==";
        await DeployAsync(new() { ["ANTHROPIC_API_KEY"] = "sk-second" });
        var data = _server.Objects[Secret]["data"]!.AsObject();
        Assert.Equal("sk-second", Encoding.UTF8.GetString(Convert.FromBase64String(data["ANTHROPIC_API_KEY"]!.GetValue<string>())));
        Assert.Equal(["ANTHROPIC_API_KEY", "BY_HAND"], data.Select(d => d.Key).Order());
        await DeployAsync();
        Assert.Equal(2, _server.Objects[Secret]["data"]!.AsObject().Count);
        Assert.DoesNotContain(_progress, line => line.Contains("sk-", StringComparison.Ordinal));
        Assert.All(_folder.Snapshot().Values, content => Assert.DoesNotContain("sk-second", content, StringComparison.Ordinal));
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

        string Template() => _server.Objects[Deployment]["spec"]!["template"]!.ToJsonString();
    }

    [Fact]
    public async Task A_dry_run_is_checked_by_the_server_and_keeps_nothing()
    {
        await DeployAsync(cluster: c => c with { IsDryRun = true });
        Assert.Empty(_server.Objects);
        Assert.Equal("Namespace/regression-analyzer would be created", _progress[0]);
        Assert.Contains("Deployment/regression-analyzer can only be checked once the namespace 'regression-analyzer' is there", _progress);
        await DeployAsync();
        _progress.Clear();
        await DeployAsync(cluster: c => c with { IsDryRun = true });
        Assert.All(_progress, line => Assert.EndsWith(" would be accepted", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Another_namespace_takes_all_objects()
    {
        await DeployAsync(cluster: c => c with { Namespace = "blue" });
        Assert.All(_server.Objects.Keys, path => Assert.Contains("/namespaces/blue", "/" + path, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_yes_nothing_is_changed_and_the_question_names_the_place()
    {
        var question = "";
        Assert.False(await DeployAsync(cluster: c => c with { Confirm = asked => (question = asked).Length == 0 }));
        Assert.Equal($"Deploy 11 objects to namespace 'regression-analyzer' of {_server.Configuration.Host}?", question);
        Assert.Empty(_server.Requests);
    }

    [Fact]
    public async Task A_field_that_another_owns_is_named_with_its_owner()
    {
        _server.Answers[Deployment + "!"] = (409, """
            {"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure","message":"Apply failed with 1 conflict: conflict with \"kubectl-client-side-apply\" using apps/v1: .spec.template.spec.containers[name=\"regression-analyzer\"].image","reason":"Conflict","details":{"causes":[{"reason":"FieldManagerConflict","message":"conflict with \"kubectl-client-side-apply\" using apps/v1","field":".spec.template.spec.containers[name=\"regression-analyzer\"].image"}]},"code":409}
            """);
        var error = await Assert.ThrowsAsync<ManifestException>(() => DeployAsync());
        Assert.Equal(
            """
            Others own fields of deployments/regression-analyzer:
              - .spec.template.spec.containers[name="regression-analyzer"].image: conflict with "kubectl-client-side-apply" using apps/v1
            Deploy with --take-over to take them.
            """,
            error.Message);
    }

    [Theory]
    [InlineData(422, """{"kind":"Status","message":"Deployment.apps \"regression-analyzer\" is invalid","details":{"causes":[{"reason":"FieldValueInvalid","message":"Invalid value: 0","field":"spec.x"}]},"code":422}""", "spec.x: Invalid value: 0")]
    [InlineData(403, """{"kind":"Status","message":"deployments.apps is forbidden: User \"dev\" cannot patch resource","code":403}""", "does not allow this (403): deployments.apps is forbidden")]
    [InlineData(500, "<html>gateway</html>", "refuses deployments/regression-analyzer (500): <html>gateway</html>")]
    [InlineData(200, "<html>login</html>", "is no API server: <html>login</html>")]
    public async Task What_the_server_refuses_is_told_in_its_words(int status, string body, string message)
    {
        _server.Answers[Deployment + "!"] = (status, body);
        Assert.Contains(message, (await Assert.ThrowsAsync<ManifestException>(() => DeployAsync())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_rollout_tells_pods_claims_events_and_last_words_and_how_to_go_back()
    {
        _server.RolloutStates.Clear();
        _server.RolloutStates.Enqueue("""{"observedGeneration":1,"replicas":1,"updatedReplicas":1,"conditions":[{"type":"Progressing","status":"False","reason":"ProgressDeadlineExceeded","message":"ReplicaSet \"regression-analyzer-6d\" has timed out progressing."}]}""");
        _server.Answers["/pods"] = (200, """{"items":[{"metadata":{"name":"regression-analyzer-6d-x"},"status":{"phase":"Running","conditions":[{"type":"Ready","status":"False"}],"containerStatuses":[{"name":"regression-analyzer","restartCount":4,"state":{"waiting":{"reason":"CrashLoopBackOff","message":"back-off 40s"}}}]}}]}""");
        _server.Answers["/events"] = (200, """{"items":[{"involvedObject":{"kind":"Pod","name":"regression-analyzer-6d-x"},"reason":"BackOff","message":"Back-off restarting failed container","lastTimestamp":"2026-01-01T00:00:00Z"},{"involvedObject":{"kind":"Pod","name":"other"},"reason":"Failed","message":"no"}]}""");
        _server.Answers["/persistentvolumeclaims"] = (200, """{"items":[{"metadata":{"name":"regression-analyzer-data"},"spec":{"storageClassName":"local-path"},"status":{"phase":"Pending"}}]}""");
        _server.Answers["/log"] = (200, "starting\nUploads__MaxBytes is 'x'. Allowed: a number.\n");
        var error = await Assert.ThrowsAsync<ManifestException>(() => DeployAsync());
        Assert.Equal(
            """
            Deployment/regression-analyzer was not rolled out: ReplicaSet "regression-analyzer-6d" has timed out progressing.
            Pod regression-analyzer-6d-x: Running, regression-analyzer CrashLoopBackOff back-off 40s, 4 restarts
            Claim regression-analyzer-data: Pending, storage class local-path; it has to provision ReadWriteMany
            Event Pod/regression-analyzer-6d-x: BackOff: Back-off restarting failed container
            Log of regression-analyzer-6d-x:
              starting
              Uploads__MaxBytes is 'x'. Allowed: a number.
            To go back to what ran before: kubectl -n regression-analyzer rollout undo deployment/regression-analyzer
            """,
            error.Message);
        Assert.Contains(_server.Requests, r => r.Path.EndsWith("/log?container=regression-analyzer&tailLines=20&previous=true", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_rollout_that_takes_too_long_is_given_up()
    {
        _server.RolloutStates.Clear();
        _server.RolloutStates.Enqueue("""{"observedGeneration":1,"replicas":2,"updatedReplicas":1}""");
        var error = await Assert.ThrowsAsync<ManifestException>(() => DeployAsync());
        Assert.Contains("was not rolled out within 300 s: 1 of 2 pods are new, 0 available, 1 old ones left.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_that_does_not_answer_is_told()
    {
        _server.Answers["/api/v1/health"] = (503, """{"status":"starting"}""");
        Assert.Contains(
            "Service/regression-analyzer does not answer /api/v1/health?probe=ready through the API server's proxy: 503 {\"status\":\"starting\"}",
            (await Assert.ThrowsAsync<ManifestException>(() => DeployAsync())).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Destroying_takes_all_but_the_claims_and_their_namespace()
    {
        await DeployAsync();
        Assert.True(await ClusterDeployer.DestroyAsync(_folder.In("k8s"), new DestroyOptions { Cluster = Cluster() }, TestContext.Current.CancellationToken));
        Assert.Equal(["namespaces/regression-analyzer", "persistentvolumeclaims/regression-analyzer-data", "persistentvolumeclaims/regression-analyzer-output"], Left());
        Assert.StartsWith("kept: Namespace/regression-analyzer, PersistentVolumeClaim/", _progress[^1], StringComparison.Ordinal);
        Assert.Equal("networkpolicies", _server.Requests.First(r => r.Method == "DELETE").Path.Split('/')[^2]);
    }

    [Fact]
    public async Task Destroying_with_the_volumes_takes_everything_and_asks_with_that_in_mind()
    {
        await DeployAsync();
        var question = "";
        var cluster = Cluster() with { Confirm = asked => (question = asked).Length > 0 };
        await ClusterDeployer.DestroyAsync(_folder.In("k8s"), new DestroyOptions { Cluster = cluster, RemoveVolumes = true }, TestContext.Current.CancellationToken);
        Assert.Empty(_server.Objects);
        Assert.Contains("and every uploaded table and result with them?", question, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Destroying_what_is_not_there_is_no_error() =>
        Assert.True(await ClusterDeployer.DestroyAsync(_folder.In("k8s"), new DestroyOptions { Cluster = Cluster() }, TestContext.Current.CancellationToken));

    [Fact]
    public async Task A_namespace_that_may_not_be_changed_is_taken_as_it_is()
    {
        _server.Answers["api/v1/namespaces/regression-analyzer!"] = (403, """{"kind":"Status","message":"namespaces is forbidden","code":403}""");
        Assert.True(await DeployAsync());
        Assert.Equal("Namespace/regression-analyzer taken as it is: these credentials may not change it", _progress[0]);
        Assert.Contains(Deployment, _server.Objects.Keys);
    }

    [Fact]
    public async Task Wrong_credentials_are_told()
    {
        var wrong = _server.Configuration;
        wrong.AccessToken = "other";
        var error = await Assert.ThrowsAsync<ManifestException>(() => DeployAsync(cluster: c => c with { Cluster = wrong }));
        Assert.StartsWith("The API server does not know these credentials (401).", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_told()
    {
        var cluster = Cluster();
        await _server.DisposeAsync();
        var error = await Assert.ThrowsAsync<ManifestException>(
            () => ClusterDeployer.DeployAsync(_folder.In("k8s"), new DeployOptions { Cluster = cluster }, TestContext.Current.CancellationToken));
        Assert.StartsWith($"The API server at {cluster.Cluster!.Host} does not answer", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_kubeconfig_that_is_not_there_and_a_folder_without_manifests_are_told()
    {
        var noConfig = await Assert.ThrowsAsync<ManifestException>(() => DeployAsync(cluster: c => c with { Cluster = null, KubeConfig = _folder.In("none") }));
        Assert.StartsWith("There is no cluster to go to:", noConfig.Message, StringComparison.Ordinal);
        var noFolder = await Assert.ThrowsAsync<ManifestException>(() => ClusterDeployer.DeployAsync(_folder.Path, new DeployOptions { Cluster = Cluster() }, TestContext.Current.CancellationToken));
        Assert.Contains("holds no manifests. Needed: kustomization.yaml", noFolder.Message, StringComparison.Ordinal);
    }

    private Task<bool> DeployAsync(Dictionary<string, string>? secrets = null, Func<ClusterOptions, ClusterOptions>? cluster = null) => ClusterDeployer.DeployAsync(
        _folder.In("k8s"),
        new DeployOptions { Cluster = (cluster ?? (c => c))(Cluster()), Secrets = secrets ?? [] },
        TestContext.Current.CancellationToken);

    private ClusterOptions Cluster() => new() { Cluster = _server.Configuration, Clock = new ImpatientClock(), Progress = _progress.Add };

    private IEnumerable<string> Left() => _server.Objects.Keys.Select(path => string.Join('/', path.Split('/')[^2..])).Order(StringComparer.Ordinal);
}
