using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace RegressionAnalyzer.Manifests.Tests.Clusters;

/// <summary>Whatever refuses or fails on the way: one message that says what, where, and how to go on.</summary>
public sealed class DeployFailureTests : DeployScene
{
    [Fact]
    public async Task A_field_that_another_owns_is_named_with_its_owner()
    {
        Server.Answers[Deployment + "!"] = (409, """
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
    [InlineData(403, """{"kind":"Status","message":"persistentvolumeclaims \"regression-analyzer-data\" is forbidden: exceeded quota: storage, requested: requests.storage=10Gi, used: requests.storage=95Gi, limited: requests.storage=100Gi","reason":"Forbidden","code":403}""", "exceeded quota: storage, requested: requests.storage=10Gi")]
    [InlineData(404, """{"kind":"Status","message":"namespaces \"regression-analyzer\" not found","reason":"NotFound","code":404}""", "refuses deployments/regression-analyzer (404): namespaces \"regression-analyzer\" not found")]
    [InlineData(409, """{"kind":"Status","message":"Operation cannot be fulfilled on deployments.apps \"regression-analyzer\": the object has been modified","reason":"Conflict","code":409}""", "(409): Operation cannot be fulfilled")]
    [InlineData(500, "<html>gateway</html>", "refuses deployments/regression-analyzer (500): <html>gateway</html>")]
    [InlineData(200, "<html>login</html>", "is no API server: <html>login</html>")]
    public async Task What_theServer_refuses_is_told_in_its_words(int status, string body, string message)
    {
        Server.Answers[Deployment + "!"] = (status, body);
        Assert.Contains(message, (await Assert.ThrowsAsync<ManifestException>(() => DeployAsync())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_rollout_tells_pods_claims_events_and_last_words_and_how_to_go_back()
    {
        Server.RolloutStates.Clear();
        Server.RolloutStates.Enqueue("""{"observedGeneration":1,"replicas":1,"updatedReplicas":1,"conditions":[{"type":"Progressing","status":"False","reason":"ProgressDeadlineExceeded","message":"ReplicaSet \"regression-analyzer-6d\" has timed out progressing."}]}""");
        Server.Answers["/pods"] = (200, """{"items":[{"metadata":{"name":"regression-analyzer-6d-x"},"status":{"phase":"Running","conditions":[{"type":"Ready","status":"False"}],"containerStatuses":[{"name":"regression-analyzer","restartCount":4,"state":{"waiting":{"reason":"CrashLoopBackOff","message":"back-off 40s"}}}]}}]}""");
        Server.Answers["/events"] = (200, """{"items":[{"involvedObject":{"kind":"Pod","name":"regression-analyzer-6d-x"},"reason":"BackOff","message":"Back-off restarting failed container","lastTimestamp":"2026-01-01T00:00:00Z"},{"involvedObject":{"kind":"Pod","name":"other"},"reason":"Failed","message":"no"}]}""");
        Server.Answers["/persistentvolumeclaims"] = (200, """{"items":[{"metadata":{"name":"regression-analyzer-data"},"spec":{"storageClassName":"local-path"},"status":{"phase":"Pending"}}]}""");
        Server.Answers["/log"] = (200, "starting\nUploads__MaxBytes is 'x'. Allowed: a number.\n");
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
        Assert.Contains(Server.Requests, r => r.Path.EndsWith("/log?container=regression-analyzer&tailLines=20&previous=true", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_rollout_that_takes_too_long_is_given_up()
    {
        Server.RolloutStates.Clear();
        Server.RolloutStates.Enqueue("""{"observedGeneration":1,"replicas":2,"updatedReplicas":1}""");
        var error = await Assert.ThrowsAsync<ManifestException>(() => DeployAsync());
        Assert.Contains("was not rolled out within 300 s: 1 of 2 pods are new, 0 available, 1 old ones left.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pods_that_a_quota_refuses_and_claims_that_wait_are_told_while_they_do()
    {
        Server.RolloutStates.Clear();
        Server.RolloutStates.Enqueue("""{"observedGeneration":1,"conditions":[{"type":"ReplicaFailure","status":"True","reason":"FailedCreate","message":"pods \"regression-analyzer-6d-x\" is forbidden: exceeded quota: compute"}]}""");
        Server.RolloutStates.Enqueue("""{"observedGeneration":1,"replicas":2,"updatedReplicas":2}""");
        Server.Answers["/pods"] = (200, """{"items":[{"metadata":{"name":"a"},"status":{"containerStatuses":[{"state":{"waiting":{"reason":"ImagePullBackOff"}}}]}},{"metadata":{"name":"b"},"status":{"conditions":[{"type":"PodScheduled","status":"False","reason":"Unschedulable"}]}},{"metadata":{"name":"c","deletionTimestamp":"2026-01-01T00:00:00Z"}},{"metadata":{"name":"d"},"status":{"conditions":[{"type":"Ready","status":"True"}]}}]}""");
        Server.Answers["/persistentvolumeclaims"] = (200, """{"items":[{"metadata":{"name":"regression-analyzer-data"},"status":{"phase":"Pending"}},{"metadata":{"name":"regression-analyzer-output"},"status":{"phase":"Bound"}},{"metadata":{"name":"anothers"},"status":{"phase":"Pending"}}]}""");
        var error = await Assert.ThrowsAsync<ManifestException>(() => DeployAsync());
        const string Waiting = "; claims: regression-analyzer-data Pending; pods: 1 ImagePullBackOff, 1 Unschedulable";
        Assert.Contains("Deployment/regression-analyzer: 0 of 2 pods are new, 0 available; pods are refused: pods \"regression-analyzer-6d-x\" is forbidden: exceeded quota: compute" + Waiting, Progress);
        Assert.Contains("Deployment/regression-analyzer: 2 of 2 pods are new, 0 available" + Waiting, Progress);
        Assert.Contains("was not rolled out within 300 s: 2 of 2 pods are new, 0 available" + Waiting, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AServer_that_is_busy_or_restarts_in_between_is_asked_again()
    {
        await DeployAsync();
        Server.Requests.Clear();
        foreach (var hiccup in new[] { Hiccup.Busy, Hiccup.Busy, Hiccup.Busy })
            Server.Hiccups.Enqueue(hiccup);
        Assert.True(await DeployAsync());
        Assert.Equal(4, Server.Requests.TakeWhile(r => r.Path.StartsWith("api/v1/namespaces/regression-analyzer?", StringComparison.Ordinal)).Count(r => r.Path.Contains("dryRun", StringComparison.Ordinal)));
        Server.RolloutStates.Clear();
        Server.RolloutStates.Enqueue("""{"observedGeneration":0}""");
        Server.RolloutStates.Enqueue("""{"observedGeneration":1,"replicas":2,"updatedReplicas":2,"availableReplicas":2}""");
        Assert.True(await DeployAsync(cluster: c => c with { Progress = line => RestartOnce(line) }));

        void RestartOnce(string line)
        {
            if (line.EndsWith("waiting for the controller", StringComparison.Ordinal))
                Server.Hiccups.Enqueue(Hiccup.Restart);
        }
    }

    [Fact]
    public async Task AServer_that_stays_busy_or_never_answers_is_told()
    {
        for (var i = 0; i < 12; i++) // six for whether the namespace may be changed, six for looking at it
            Server.Hiccups.Enqueue(Hiccup.Busy);
        Assert.Contains("(429): too many requests", (await Assert.ThrowsAsync<ManifestException>(() => DeployAsync())).Message, StringComparison.Ordinal);
        Server.Hiccups.Clear();
        Server.Hiccups.Enqueue(Hiccup.Silence);
        Assert.Equal(
            $"The API server at {Server.Configuration.Host} did not answer PATCH api/v1/namespaces/regression-analyzer within 0.2 s.",
            (await Assert.ThrowsAsync<ManifestException>(() => DeployAsync(cluster: c => c with { RequestTimeout = TimeSpan.FromSeconds(0.2) }))).Message);
    }

    [Fact]
    public async Task A_certificate_that_is_not_trusted_is_told()
    {
        using var key = RSA.Create(2048);
        using var selfSigned = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        await using var secured = await ApiServer.StartAsync(selfSigned);
        var error = await Assert.ThrowsAsync<ManifestException>(() => DeployAsync(cluster: c => c with { Cluster = secured.Configuration }));
        Assert.StartsWith($"The API server at {secured.Configuration.Host} does not answer: its certificate is not trusted.", error.Message, StringComparison.Ordinal);
        Assert.Contains("certificate-authority", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_login_program_that_is_not_there_is_told()
    {
        Folder.Write("kubeconfig", $$$"""
            apiVersion: v1
            kind: Config
            current-context: a
            clusters: [{name: a, cluster: {server: "{{{Server.Configuration.Host}}}"}}]
            users:
            - name: a
              user:
                exec: {apiVersion: client.authentication.k8s.io/v1, command: no-such-login, interactiveMode: Never}
            contexts: [{name: a, context: {cluster: a, user: a}}]
            """);
        var error = await Assert.ThrowsAsync<ManifestException>(() => DeployAsync(cluster: c => c with { Cluster = null, KubeConfig = Folder.In("kubeconfig") }));
        Assert.Contains("no-such-login", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_that_does_not_answer_is_told()
    {
        Server.Answers["/api/v1/health"] = (503, """{"status":"starting"}""");
        Assert.Contains(
            "Service/regression-analyzer does not answer /api/v1/health?probe=ready through the API server's proxy: 503 {\"status\":\"starting\"}",
            (await Assert.ThrowsAsync<ManifestException>(() => DeployAsync())).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_namespace_that_may_not_be_changed_is_taken_as_it_is()
    {
        Server.Answers["api/v1/namespaces/regression-analyzer!"] = (403, """{"kind":"Status","message":"namespaces is forbidden","code":403}""");
        Assert.True(await DeployAsync());
        Assert.Equal("Namespace/regression-analyzer taken as it is: these credentials may not change it", Progress[0]);
        Assert.Contains(Deployment, Server.Objects.Keys);
    }

    [Fact]
    public async Task Wrong_credentials_are_told()
    {
        var wrong = Server.Configuration;
        wrong.AccessToken = "other";
        var error = await Assert.ThrowsAsync<ManifestException>(() => DeployAsync(cluster: c => c with { Cluster = wrong }));
        Assert.StartsWith("The API server does not know these credentials (401).", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AServer_that_is_not_there_is_told()
    {
        var cluster = Cluster();
        await Server.DisposeAsync();
        var error = await Assert.ThrowsAsync<ManifestException>(
            () => ClusterDeployer.DeployAsync(Folder.In("k8s"), new DeployOptions { Cluster = cluster }, TestContext.Current.CancellationToken));
        Assert.StartsWith($"The API server at {cluster.Cluster!.Host} does not answer", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_kubeconfig_that_is_not_there_and_aFolder_without_manifests_are_told()
    {
        var noConfig = await Assert.ThrowsAsync<ManifestException>(() => DeployAsync(cluster: c => c with { Cluster = null, KubeConfig = Folder.In("none") }));
        Assert.StartsWith("There is no cluster to go to:", noConfig.Message, StringComparison.Ordinal);
        var noFolder = await Assert.ThrowsAsync<ManifestException>(() => ClusterDeployer.DeployAsync(Folder.Path, new DeployOptions { Cluster = Cluster() }, TestContext.Current.CancellationToken));
        Assert.Contains("holds no manifests. Needed: kustomization.yaml", noFolder.Message, StringComparison.Ordinal);
    }
}
