using k8s;
using k8s.Models;

namespace RegressionAnalyzer.AppHost.Tests.Publishing;

/// <summary>One publish of the model as it is, read back strictly: a field that the Kubernetes API does not know is an error.</summary>
public sealed class PublishedFixture : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    public string Folder => _folder.Path;

    public V1Namespace Namespace => Read<V1Namespace>("namespace.yaml");

    public V1Secret Secret => Read<V1Secret>("secrets.yaml");

    public V1ConfigMap ConfigMap => Read<V1ConfigMap>("configmap.yaml");

    public IReadOnlyList<V1PersistentVolumeClaim> Claims => [.. ReadAll("pvc.yaml").Cast<V1PersistentVolumeClaim>()];

    public V1Deployment Deployment => Read<V1Deployment>("deployment.yaml");

    public V1Service Service => Read<V1Service>("service.yaml");

    public V2HorizontalPodAutoscaler Autoscaler => Read<V2HorizontalPodAutoscaler>("hpa.yaml");

    public V1Container Container => Assert.Single(Deployment.Spec.Template.Spec.Containers);

    public async ValueTask InitializeAsync()
    {
        var run = await AppHostProcess.RunAsync(Folder, ["--operation", "publish", "--step", "publish", "--output-path", "."]);
        Assert.True(run.ExitCode == 0, run.Output);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private T Read<T>(string file) where T : class => Assert.IsType<T>(Assert.Single(ReadAll(file)));

    private List<object> ReadAll(string file) =>
        KubernetesYaml.LoadAllFromString(File.ReadAllText(Path.Combine(Folder, "k8s", file)), typeMap: null, strict: true);
}
