using k8s;
using k8s.Models;

namespace RegressionAnalyzer.AppHost.Tests.Publishing;

/// <summary>Settings of a publish: each arrives where it belongs, and one that cannot be is named with what can.</summary>
public sealed class SettingTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Kubernetes:Autoscaling:MaxReplica", "50", "There is no setting Kubernetes:Autoscaling:MaxReplica. Kubernetes:Autoscaling has MinReplicas, MaxReplicas, TargetCpuPercent.")]
    [InlineData("Kubernetes:Autoscaling:MaxReplicas", "many", "The setting Kubernetes:Autoscaling:MaxReplicas is 'many'; it can be a whole number.")]
    [InlineData("Kubernetes:Autoscaling:MaxReplicas", "1", "Autoscaling.MinReplicas is 2, more than MaxReplicas, 1")]
    [InlineData("Kubernetes:Autoscaling", "many", "The setting Kubernetes:Autoscaling is 'many'; it is a group of settings: MinReplicas, MaxReplicas, TargetCpuPercent.")]
    [InlineData("Kubernetes:Service:Type", "Ingress", "The setting Kubernetes:Service:Type is 'Ingress'; it can be NodePort, LoadBalancer, ClusterIP.")]
    [InlineData("Kubernetes:Volumes:dta:Size", "1Gi", "There is no setting Kubernetes:Volumes:dta. Kubernetes:Volumes has data, output.")]
    [InlineData("Kubernetes:Version", "1.29", "Kubernetes version '1.29' is not known. Allowed: 1.30 to 1.36.")]
    [InlineData("Parameters:image-tag", "latest", "Image.Tag is 'latest'. Allowed: a version")]
    [InlineData("environment", "staging", "There is no environment 'staging'. There are Development, Production, Staging")]
    public async Task What_cannot_be_is_named_with_what_can_and_nothing_is_left_behind(string setting, string value, string message)
    {
        using var folder = new TemporaryFolder();

        var run = await AppHostProcess.RunAsync(folder.Path, ["publish", "--output-path", ".", $"--{setting}", value], cancellationToken: Cancellation);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(message, run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Output, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task Whatever_a_platform_has_of_its_own_can_be_set()
    {
        using var folder = new TemporaryFolder();
        string[] settings =
        [
            "--Kubernetes:Image:PullPolicy=Always", "--Kubernetes:Image:PullSecrets:0=registry", "--Kubernetes:NodeSelector:disk=ssd",
            "--Kubernetes:Tolerations:0:Key=spot", "--Kubernetes:Tolerations:0:Effect=NoSchedule", "--Kubernetes:Labels:team=data",
            "--Kubernetes:Annotations:example.com/contact=data@example.com", "--Kubernetes:Service:NodePort=0", "--Kubernetes:Service:Annotations:a/b=c",
            "--Kubernetes:Volumes:data:ExistingClaim=uploads", "--Kubernetes:Volumes:output:StorageClass=nfs",
        ];

        var run = await AppHostProcess.RunAsync(folder.Path, ["publish", "--output-path", ".", .. settings], cancellationToken: Cancellation);

        Assert.True(run.ExitCode == 0, run.Output);
        var deployment = Read<V1Deployment>(folder, "deployment.yaml");
        var pod = deployment.Spec.Template.Spec;
        var service = Read<V1Service>(folder, "service.yaml");
        Assert.Equal(("Always", "registry", "ssd"), (pod.Containers[0].ImagePullPolicy, pod.ImagePullSecrets[0].Name, pod.NodeSelector["disk"]));
        Assert.Equal(("spot", "Exists", "NoSchedule"), (pod.Tolerations[0].Key, pod.Tolerations[0].OperatorProperty, pod.Tolerations[0].Effect));
        Assert.Equal(("data", "data@example.com"), (deployment.Labels()["team"], deployment.Annotations()["example.com/contact"]));
        Assert.Equal((null, "c"), (service.Spec.Ports[0].NodePort, service.Annotations()["a/b"]));
        Assert.Equal("uploads", pod.Volumes[0].PersistentVolumeClaim.ClaimName);
        Assert.Equal("nfs", Read<V1PersistentVolumeClaim>(folder, "pvc.yaml").Spec.StorageClassName);
    }

    private static T Read<T>(TemporaryFolder folder, string file) =>
        KubernetesYaml.LoadAllFromString(File.ReadAllText(folder.File($"k8s/{file}")), typeMap: null, strict: true).OfType<T>().First();
}
