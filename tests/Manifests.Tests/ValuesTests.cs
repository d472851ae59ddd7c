using System.Text.Json.Nodes;
using RegressionAnalyzer.Manifests.Tests.Helm;
using RegressionAnalyzer.Manifests.Trees;

namespace RegressionAnalyzer.Manifests.Tests;

/// <summary>values.yaml, its schema and the README's table, which come from one source.</summary>
public sealed class ValuesTests
{
    public static TheoryData<string> Variations => [.. Tests.Variations.All.Keys];

    [Theory]
    [MemberData(nameof(Variations))]
    public void Default_values_are_what_the_schema_allows_and_each_has_a_row(string variation)
    {
        var published = new Published(Tests.Variations.Render(Tests.Variations.All[variation]));
        Assert.Empty(Validate(published, JsonNode.Parse(JsonText.Compact(new HelmChart(published.Files).DefaultValues))!));
        var readme = published.Text("chart/README.md");
        Assert.All(Leaves(new HelmChart(published.Files).DefaultValues, ""), path => Assert.Contains($"| `{path}` |", readme, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"imgae":{"tag":"1.0.0"}}""", ".imgae: unknown")]
    [InlineData("""{"image":{"tag":"latest"}}""", ".image.tag: forbidden is")]
    [InlineData("""{"image":{"tag":2}}""", ".image.tag: needed is \"string\"")]
    [InlineData("""{"image":{"pullPolicy":"Sometimes"}}""", ".image.pullPolicy: needed is one of")]
    [InlineData("""{"autoscaling":{"minReplicas":0}}""", ".autoscaling.minReplicas: at least 1")]
    [InlineData("""{"service":{"nodePort":8000}}""", ".service.nodePort: needed is any of")]
    [InlineData("""{"service":{"type":"ExternalName"}}""", ".service.type: needed is one of")]
    [InlineData("""{"resources":{"limits":{"memory":"2GB"}}}""", ".resources.limits.memory: needed is")]
    [InlineData("""{"persistence":{"data":{"size":"big"}}}""", ".persistence.data.size: needed is")]
    [InlineData("""{"config":{"Uploads__MaxBytes":52428800}}""", ".config.Uploads__MaxBytes: needed is \"string\"")]
    [InlineData("""{"commonLabels":{"app":"other"}}""", ".commonLabels.app: forbidden is")]
    [InlineData("""{"commonLabels":{"team":"a b"}}""", ".commonLabels.team: needed is")]
    [InlineData("""{"networkPolicy":{"enabled":"yes"}}""", ".networkPolicy.enabled: needed is \"boolean\"")]
    [InlineData("""{"networkPolicy":{"egressPorts":[0]}}""", ".networkPolicy.egressPorts[0]: at least 1")]
    public void A_wrong_value_is_refused_before_anything_is_installed(string values, string message) =>
        Assert.StartsWith(message, Assert.Single(Validate(Published.From(), JsonNode.Parse(values)!)), StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"global":{"anything":1},"resources":{"limits":{"nvidia.com/gpu":1,"cpu":"1.5"}}}""")]
    [InlineData("""{"service":{"nodePort":0,"annotations":{"a":"b"}},"config":{"MORE":"1"},"tolerations":[{"operator":"Exists"}]}""")]
    public void What_a_platform_engineer_may_want_is_allowed(string values) => Assert.Empty(Validate(Published.From(), JsonNode.Parse(values)!));

    private static IEnumerable<string> Validate(Published published, JsonNode values) =>
        JsonSchema.Validate(JsonNode.Parse(published.Text("chart/values.schema.json"))!, values);

    private static IEnumerable<string> Leaves(Map map, string path) => map.SelectMany(e => e.Value is Map { Count: > 0 } inner ? Leaves(inner, $"{path}{e.Key}.") : [path + e.Key]);
}
