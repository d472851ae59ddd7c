using RegressionAnalyzer.Manifests.Tests.Helm;
using RegressionAnalyzer.Manifests.Trees;

namespace RegressionAnalyzer.Manifests.Tests;

/// <summary>The chart, rendered, beside the plain manifests.</summary>
public sealed class ChartTests
{
    public static TheoryData<string> Variations => [.. Tests.Variations.All.Keys];

    [Theory]
    [MemberData(nameof(Variations))]
    public void With_its_default_values_the_chart_gives_the_plain_objects(string variation)
    {
        var settings = Tests.Variations.All[variation];
        var published = new Published(Tests.Variations.Render(settings));
        var rendered = new HelmChart(published.Files).Render(settings.Name, settings.Namespace ?? settings.Name, Values("namespace: {create: true}"));
        Assert.Equal(Plain(published), rendered.Select(JsonText.Compact).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Without_being_asked_the_chart_does_not_make_its_namespace() =>
        Assert.DoesNotContain(Render(""), o => o.Text("kind") == "Namespace");

    [Fact]
    public void Another_release_and_namespace_are_taken_over()
    {
        var rendered = new HelmChart(Published.From().Files).Render("blue", "tables");
        Assert.All(rendered, o => Assert.Equal(("tables", "blue"), (o.Find("metadata", "namespace")!.ToString(), o.Find("metadata", "labels", "app.kubernetes.io/instance")!.ToString())));
    }

    [Fact]
    public void A_load_balancer_has_no_node_port_and_gets_its_annotations()
    {
        var service = One(Render("service: {type: LoadBalancer, annotations: {example.com/internal: 'true'}}"), "Service");
        Assert.Equal("LoadBalancer", service.Find("spec", "type")!.ToString());
        Assert.DoesNotContain("nodePort", JsonText.Compact(service), StringComparison.Ordinal);
        Assert.Equal("true", service.Find("metadata", "annotations", "example.com/internal")!.ToString());
    }

    [Fact]
    public void Existing_claims_and_an_existing_secret_are_used_and_none_is_made()
    {
        var rendered = Render("existingSecret: keys\npersistence: {data: {existingClaim: uploads}}");
        Assert.DoesNotContain(rendered, o => o.Text("kind") == "Secret");
        Assert.Equal("regression-analyzer-output", One(rendered, "PersistentVolumeClaim").Find("metadata", "name")!.ToString());
        var pod = JsonText.Compact(One(rendered, "Deployment"));
        Assert.Contains("\"secretRef\":{\"name\":\"keys\"}", pod, StringComparison.Ordinal);
        Assert.Contains("\"claimName\":\"uploads\"", pod, StringComparison.Ordinal);
    }

    [Fact]
    public void A_changed_setting_changes_the_config_map_and_the_pods_annotation()
    {
        var (before, after) = (Render(""), Render("config: {LOG_LEVEL: Debug, EXTRA: 'yes'}"));
        Assert.Equal(("Debug", "yes"), (One(after, "ConfigMap").Find("data", "LOG_LEVEL")!.ToString(), One(after, "ConfigMap").Find("data", "EXTRA")!.ToString()));
        Assert.NotEqual(Checksum(before), Checksum(after));
    }

    [Fact]
    public void Sizes_bounds_and_times_of_the_values_arrive_where_they_belong()
    {
        var rendered = Render("""
            autoscaling: {minReplicas: 3, maxReplicas: 5, targetCPUUtilizationPercentage: 50}
            resources: {limits: {memory: 4Gi}}
            rollout: {preStopSleepSeconds: 20, hostShutdownSeconds: 60}
            persistence: {data: {size: 50Gi, storageClass: nfs}}
            image: {registry: "", tag: 2.0.0}
            imagePullSecrets: [{name: pull}]
            nodeSelector: {disk: ssd}
            tolerations: [{key: a, operator: Exists}]
            commonLabels: {team: data}
            networkPolicy: {egressPorts: []}
            """);
        var pod = JsonText.Compact(One(rendered, "Deployment"));
        Assert.All(
            [
                "\"memory\":\"4Gi\"", "\"terminationGracePeriodSeconds\":85", "\"sleep\":{\"seconds\":20}", "\"value\":\"60\"",
                "\"image\":\"regression-analyzer:2.0.0\"", "\"imagePullSecrets\":[{\"name\":\"pull\"}]", "\"nodeSelector\":{\"disk\":\"ssd\"}",
                "\"tolerations\":[{\"key\":\"a\",\"operator\":\"Exists\"}]", "\"app.kubernetes.io/version\":\"2.0.0\"",
            ],
            part => Assert.Contains(part, pod, StringComparison.Ordinal));
        Assert.Contains("\"maxReplicas\":5", JsonText.Compact(One(rendered, "HorizontalPodAutoscaler")), StringComparison.Ordinal);
        Assert.Contains("\"storageClassName\":\"nfs\"", JsonText.Compact(rendered.First(o => o.Text("kind") == "PersistentVolumeClaim")), StringComparison.Ordinal);
        Assert.All(rendered, o => Assert.Equal("data", o.Find("metadata", "labels", "team")!.ToString()));
        Assert.Contains("\"egress\":[{\"ports\":[{\"port\":53,\"protocol\":\"UDP\"},{\"port\":53,\"protocol\":\"TCP\"}]}]", JsonText.Compact(One(rendered, "NetworkPolicy")), StringComparison.Ordinal);
    }

    [Fact]
    public void More_replicas_at_least_than_at_most_are_refused() => Assert.Equal(
        "autoscaling.minReplicas is 11, more than maxReplicas, 10",
        Assert.Throws<ManifestException>(() => Render("autoscaling: {minReplicas: 11}")).Message);

    [Fact]
    public void Without_its_network_policy_the_rest_is_as_it_was() =>
        Assert.Equal(Render("").Count - 1, Render("networkPolicy: {enabled: false}").Count);

    [Fact]
    public void The_notes_say_how_to_reach_it_and_how_to_set_a_key()
    {
        var chart = new HelmChart(Published.From().Files);
        var notes = chart.Notes("tables", []);
        Assert.Contains("regression-analyzer 0.1.0 is in namespace tables.", notes, StringComparison.Ordinal);
        Assert.Contains("\n  kubectl -n tables port-forward service/regression-analyzer 8000:8000\n", notes, StringComparison.Ordinal);
        Assert.Contains("\nFrom outside: http://<address of a node>:30080\n", notes, StringComparison.Ordinal);
        Assert.Contains("patch secret regression-analyzer-secrets -p '{\"stringData\":{\"ANTHROPIC_API_KEY\":\"...\"}}'", notes, StringComparison.Ordinal);
        var other = chart.Notes("tables", Values("service: {type: ClusterIP}\nexistingSecret: keys"));
        Assert.DoesNotContain("From outside", other, StringComparison.Ordinal);
        Assert.DoesNotContain("patch secret", other, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Plain(Published published) => published.Files
        .Where(f => f.Path.StartsWith("k8s/", StringComparison.Ordinal) && f.Path != "k8s/kustomization.yaml")
        .SelectMany(f => YamlReader.ReadAll(f.Content, f.Path))
        .Select(JsonText.Compact).Order(StringComparer.Ordinal);

    private static IReadOnlyList<Map> Render(string values) =>
        new HelmChart(Published.From().Files).Render("regression-analyzer", "regression-analyzer", Values(values));

    private static Map Values(string yaml) => yaml.Length == 0 ? [] : (Map)YamlReader.ReadAll(yaml, "overrides").Single();

    private static Map One(IEnumerable<Map> objects, string kind) => Assert.Single(objects, o => o.Text("kind") == kind);

    private static string Checksum(IEnumerable<Map> objects) =>
        One(objects, "Deployment").Find("spec", "template", "metadata", "annotations", "checksum/config")!.ToString()!;
}
