using k8s;
using k8s.Models;

namespace RegressionAnalyzer.AppHost.Tests.Publishing;

/// <summary>One model, several environments: <c>appsettings.{Environment}.json</c> says what differs.</summary>
public sealed class EnvironmentTests
{
    [Theory]
    [InlineData("Development", "regression-analyzer-development", "ClusterIP", null, 1, 2, "1Gi")]
    [InlineData("Staging", "regression-analyzer-staging", "NodePort", 30081, 2, 4, "5Gi")]
    [InlineData("Production", "regression-analyzer", "NodePort", 30080, 2, 10, "10Gi")]
    public async Task Each_environment_has_its_own_sizes_bounds_and_service(
        string environment, string home, string type, int? nodePort, int minReplicas, int maxReplicas, string data)
    {
        using var folder = new TemporaryFolder();

        var run = await AppHostProcess.RunAsync(
            folder.Path, ["publish", "--output-path", ".", "--environment", environment], cancellationToken: TestContext.Current.CancellationToken);

        Assert.True(run.ExitCode == 0, run.Output);
        var service = Read<V1Service>(folder, "service.yaml");
        var scaling = Read<V2HorizontalPodAutoscaler>(folder, "hpa.yaml").Spec;
        Assert.Equal((home, type, nodePort), (service.Metadata.NamespaceProperty, service.Spec.Type, service.Spec.Ports[0].NodePort));
        Assert.Equal((minReplicas, maxReplicas), (scaling.MinReplicas, scaling.MaxReplicas));
        Assert.Equal(new ResourceQuantity(data).ToDecimal(), Read<V1PersistentVolumeClaim>(folder, "pvc.yaml").Spec.Resources.Requests["storage"].ToDecimal());
    }

    private static T Read<T>(TemporaryFolder folder, string file) =>
        KubernetesYaml.LoadAllFromString(File.ReadAllText(folder.File($"k8s/{file}")), typeMap: null, strict: true).OfType<T>().First();
}
