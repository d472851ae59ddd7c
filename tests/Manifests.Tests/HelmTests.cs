using FsCheck.Fluent;
using RegressionAnalyzer.Manifests.Tests.Helm;
using RegressionAnalyzer.Manifests.Trees;

namespace RegressionAnalyzer.Manifests.Tests;

/// <summary>The chart by Helm itself; skipped where there is none, where the renderer of the other tests stands in for it.</summary>
public sealed class HelmTests
{
    public static TheoryData<string> Variations => [.. Tests.Variations.All.Keys];

    [Theory]
    [MemberData(nameof(Variations))]
    public void Helm_finds_nothing_to_say_and_renders_the_plain_objects(string variation)
    {
        HelmCommand.SkipWithout();
        var settings = Tests.Variations.All[variation];
        using var folder = Written(new Published(Tests.Variations.Render(settings)));
        var (exitCode, said, _) = HelmCommand.Run("lint", "--strict", "--quiet", folder.In("chart"));
        Assert.True(exitCode == 0, said);
        var rendered = HelmCommand.Template(folder, settings.Name, settings.Namespace ?? settings.Name, "namespace: {create: true}");
        Assert.Equal(Sorted(Plain(folder)), Sorted(rendered));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("service: {type: LoadBalancer, port: 80, annotations: {example.com/internal: 'true'}}")]
    [InlineData("service: {type: ClusterIP}\nexistingSecret: keys\npersistence: {data: {existingClaim: uploads}, output: {existingClaim: charts}}")]
    [InlineData("persistence: {data: {size: 50Gi, storageClass: nfs}}\ntemporaryStorage: 1Gi\nnetworkPolicy: {egressPorts: []}")]
    [InlineData("image: {registry: 'ghcr.io:443', repository: team/a, tag: 1.2.3-rc.1, pullPolicy: Always}\nimagePullSecrets: [{name: pull}, {name: other}]")]
    [InlineData("autoscaling: {minReplicas: 1, maxReplicas: 1}\nrollout: {minReadySeconds: 0, preStopSleepSeconds: 20, hostShutdownSeconds: 60}")]
    [InlineData("nodeSelector: {disk: ssd, \"on\": \"yes\"}\ntolerations: [{key: a, operator: Exists}, {key: b, value: '0123', effect: NoExecute, tolerationSeconds: 30}]")]
    [InlineData("commonLabels: {team: data, cost: '0123'}\ncommonAnnotations: {example.com/contact: 'a: \"b\"'}\nnetworkPolicy: {enabled: false}")]
    [InlineData("resources: {limits: {cpu: 1.5, nvidia.com/gpu: 1}, requests: {memory: 1Gi}}")]
    [InlineData("config: {LOG_LEVEL: Debug, EXTRA: 'yes', Uploads__MaxBytes: null}")]
    public void With_other_values_the_renderer_of_the_other_tests_renders_as_Helm_does(string values)
    {
        HelmCommand.SkipWithout();
        var published = Published.From();
        using var folder = Written(published);
        var own = new HelmChart(published.Files).Render("blue", "tables", (Map)YamlReader.ReadAll(values, "overrides").Single());
        Assert.Equal(Sorted(own), Sorted(HelmCommand.Template(folder, "blue", "tables", values)));
    }

    [Theory]
    [InlineData("imgae: {tag: 1.0.0}", "imgae")]
    [InlineData("image: {tag: latest}", "tag")]
    [InlineData("image: {pullPolicy: Sometimes}", "pullPolicy")]
    [InlineData("autoscaling: {minReplicas: 0}", "minReplicas")]
    [InlineData("autoscaling: {minReplicas: 11}", "autoscaling.minReplicas is 11, more than maxReplicas, 10")]
    [InlineData("service: {nodePort: 8000}", "nodePort")]
    [InlineData("resources: {limits: {memory: 2GB}}", "memory")]
    [InlineData("config: {Uploads__MaxBytes: 52428800}", "Uploads__MaxBytes")]
    [InlineData("commonLabels: {app: other}", "don't meet the specifications")]
    public void A_wrong_value_is_refused_by_its_name(string values, string message)
    {
        HelmCommand.SkipWithout();
        using var folder = Written(Published.From());
        Assert.Contains(message, HelmCommand.Refusal(folder, values), StringComparison.Ordinal);
    }

    [Fact]
    public void An_older_cluster_is_refused()
    {
        HelmCommand.SkipWithout();
        using var folder = Written(Published.From());
        Assert.Contains(">=1.30.0-0", HelmCommand.Run("template", "a", folder.In("chart"), "--kube-version", "1.29.9").Error, StringComparison.Ordinal);
    }

    /// <summary>All of them in one chart: what one does to another is tried as well.</summary>
    [Fact]
    public void Any_text_as_a_setting_comes_back_as_it_was()
    {
        HelmCommand.SkipWithout();
        var random = ArbMap.Default.GeneratorFor<string>().Sample(200, size: 50).Where(IsText);
        var texts = ConfigValueTests.Values.Select(row => row.Data).Concat(random).Append(ConfigValueTests.HundredKilobytes).Where(HelmCommand.Takes).ToList();
        var config = texts.Select((text, i) => (Key: $"VALUE_{i}", text)).ToDictionary(e => e.Key, e => e.text);
        var published = Published.From(Sample.With(w => w with { Config = config }));
        using var folder = Written(published);
        var rendered = HelmCommand.Template(folder, "regression-analyzer", "regression-analyzer", "namespace: {create: true}");
        var data = (Map)rendered.Single(o => o.Text("kind") == "ConfigMap")["data"]!;
        Assert.All(config, entry => Assert.Equal(entry.Value, data.Text(entry.Key)));
        Assert.Equal(Sorted(Plain(folder)), Sorted(rendered));
    }

    private static bool IsText(string? text) => text is not null && Sample.With(w => w with { Config = new Dictionary<string, string> { ["A"] = text } }).Validate().Count == 0;

    private static TemporaryFolder Written(Published published)
    {
        var folder = new TemporaryFolder();
        foreach (var file in published.Files)
            folder.Write(file.Path, file.Content);
        return folder;
    }

    private static IEnumerable<Map> Plain(TemporaryFolder folder) => folder.Snapshot()
        .Where(f => f.Key.StartsWith("k8s/", StringComparison.Ordinal) && f.Key != "k8s/kustomization.yaml")
        .SelectMany(f => YamlReader.ReadAll(f.Value, f.Key).Cast<Map>());

    private static IEnumerable<string> Sorted(IEnumerable<Map> objects) => objects.Select(JsonText.Compact).Order(StringComparer.Ordinal);
}
