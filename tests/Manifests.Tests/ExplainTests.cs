namespace RegressionAnalyzer.Manifests.Tests;

/// <summary>A person who reads the YAML finds out where to change it.</summary>
public sealed class ExplainTests
{
    private readonly string _text = ManifestExplainer.Explain(Sample.Chart("local"), Sample.With(w => w with { Config = new Dictionary<string, string> { ["LOG_LEVEL"] = "Debug" } }));

    [Theory]
    [InlineData(".spec.minReplicas = 2", "setting Autoscaling.MinReplicas (chart value autoscaling.minReplicas)")]
    [InlineData(".spec.ports[http].nodePort = 30080", "setting Service.NodePort (chart value service.nodePort)")]
    [InlineData(".spec.template.spec.containers[regression-analyzer].resources.limits.memory = \"2Gi\"", "setting Resources.MemoryLimit (chart value resources)")]
    [InlineData(".data.LOG_LEVEL = \"Debug\"", "setting Config")]
    [InlineData(".data.Storage__DataPath = \"/app/data\"", "WithEnvironment in the model")]
    [InlineData(".spec.unhealthyPodEvictionPolicy = \"AlwaysAllow\"", "a pod that crashes must not block the drain of its node")]
    public void A_field_is_told_with_its_value_and_what_put_it_there(string field, string why) =>
        Assert.Contains($"  {field}\n      {why}\n", _text, StringComparison.Ordinal);

    [Fact]
    public void Every_object_has_its_paragraph_with_its_file() =>
        Assert.Equal(11, _text.Split('\n').Count(line => line.StartsWith("k8s/", StringComparison.Ordinal)));

    [Fact]
    public void What_all_objects_have_in_common_is_told_once() =>
        Assert.Single(_text.Split('\n'), line => line.StartsWith("  .metadata.namespace = ", StringComparison.Ordinal));
}
