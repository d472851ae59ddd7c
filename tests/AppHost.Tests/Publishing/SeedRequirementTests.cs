using k8s.Models;

namespace RegressionAnalyzer.AppHost.Tests.Publishing;

/// <summary>One test per requirement of the seed, "PRD: Kubernetes Deployment", on what the model publishes.</summary>
public sealed class SeedRequirementTests(PublishedFixture published) : IClassFixture<PublishedFixture>
{
    private const string Name = "regression-analyzer";

    [Fact]
    public void The_directory_has_the_seven_files()
    {
        string[] expected = ["namespace.yaml", "secrets.yaml", "configmap.yaml", "pvc.yaml", "deployment.yaml", "service.yaml", "hpa.yaml"];

        var files = Directory.GetFiles(Path.Combine(published.Folder, "k8s")).Select(Path.GetFileName);

        Assert.Empty(expected.Except(files));
    }

    [Fact]
    public void The_namespace_is_the_services_own() => Assert.Equal(Name, published.Namespace.Metadata.Name);

    [Fact]
    public void Two_replicas_at_least() => Assert.Equal(2, published.Autoscaler.Spec.MinReplicas);

    [Fact]
    public void No_replicas_in_the_deployment_so_that_applying_it_never_resets_the_scale() => Assert.Null(published.Deployment.Spec.Replicas);

    [Fact]
    public void A_rolling_update_that_never_has_fewer_pods()
    {
        var strategy = published.Deployment.Spec.Strategy;

        Assert.Equal("RollingUpdate", strategy.Type);
        Assert.Equal("0", strategy.RollingUpdate.MaxUnavailable.Value);
        Assert.Equal("1", strategy.RollingUpdate.MaxSurge.Value);
    }

    [Fact]
    public void A_stopping_pod_serves_on_and_has_time_to_finish()
    {
        var sleep = published.Container.Lifecycle.PreStop.Sleep.Seconds;

        Assert.True(sleep > 0);
        Assert.True(published.Deployment.Spec.Template.Spec.TerminationGracePeriodSeconds > sleep);
    }

    [Theory]
    [InlineData("cpu", "500m", "2")]
    [InlineData("memory", "512Mi", "2Gi")]
    public void Requests_and_limits_as_the_seed_has_them(string resource, string request, string limit)
    {
        var resources = published.Container.Resources;

        Assert.Equal(new ResourceQuantity(request).ToDecimal(), resources.Requests[resource].ToDecimal());
        Assert.Equal(new ResourceQuantity(limit).ToDecimal(), resources.Limits[resource].ToDecimal());
    }

    [Fact]
    public void A_liveness_probe_every_30_seconds_after_10() => AssertProbe(published.Container.LivenessProbe, delay: 10, period: 30);

    [Fact]
    public void A_readiness_probe_every_10_seconds_after_5() => AssertProbe(published.Container.ReadinessProbe, delay: 5, period: 10);

    [Fact]
    public void The_service_is_reached_on_node_port_30080_and_in_the_cluster_on_8000()
    {
        var service = published.Service.Spec;
        var port = Assert.Single(service.Ports);

        Assert.Equal("NodePort", service.Type);
        Assert.NotEqual("None", service.ClusterIP);
        Assert.Equal((8000, 30080), (port.Port, port.NodePort));
        Assert.Equal(8000, Assert.Single(published.Container.Ports, p => p.Name == port.TargetPort.Value || $"{p.ContainerPort}" == port.TargetPort.Value).ContainerPort);
    }

    [Fact]
    public void The_service_and_the_deployment_select_the_pods()
    {
        var labels = published.Deployment.Spec.Template.Metadata.Labels;

        Assert.Equal(Name, published.Service.Spec.Selector["app"]);
        Assert.Equal(Name, published.Deployment.Spec.Selector.MatchLabels["app"]);
        Assert.Equal(Name, labels["app"]);
    }

    [Fact]
    public void The_api_keys_are_a_secret_without_values()
    {
        Assert.Equal($"{Name}-secrets", published.Secret.Metadata.Name);
        Assert.Null(published.Secret.Data);
        Assert.Null(published.Secret.StringData);
    }

    [Fact]
    public void Secret_and_configuration_are_environment_variables()
    {
        var sources = published.Container.EnvFrom;

        Assert.Contains(sources, s => s.SecretRef?.Name == $"{Name}-secrets");
        Assert.Contains(sources, s => s.ConfigMapRef?.Name == $"{Name}-config");
    }

    [Fact]
    public void The_configuration_has_the_log_level()
    {
        Assert.Equal($"{Name}-config", published.ConfigMap.Metadata.Name);
        Assert.Equal("Information", published.ConfigMap.Data["LOG_LEVEL"]);
    }

    [Theory]
    [InlineData("data", "10Gi", "/app/data")]
    [InlineData("output", "5Gi", "/app/output")]
    public void A_claim_that_all_replicas_mount(string volume, string size, string path)
    {
        var claim = Assert.Single(published.Claims, c => c.Metadata.Name == $"{Name}-{volume}");
        var mounted = Assert.Single(published.Deployment.Spec.Template.Spec.Volumes, v => v.PersistentVolumeClaim?.ClaimName == claim.Metadata.Name);

        Assert.Equal(["ReadWriteMany"], claim.Spec.AccessModes);
        Assert.Equal(new ResourceQuantity(size).ToDecimal(), claim.Spec.Resources.Requests["storage"].ToDecimal());
        Assert.Equal(path, Assert.Single(published.Container.VolumeMounts, m => m.Name == mounted.Name).MountPath);
    }

    [Fact]
    public void The_autoscaler_goes_from_2_to_10_at_70_percent_cpu()
    {
        var scaling = published.Autoscaler.Spec;
        var metric = Assert.Single(scaling.Metrics);

        Assert.Equal((2, 10), (scaling.MinReplicas, scaling.MaxReplicas));
        Assert.Equal(("apps/v1", "Deployment", Name), (scaling.ScaleTargetRef.ApiVersion, scaling.ScaleTargetRef.Kind, scaling.ScaleTargetRef.Name));
        Assert.Equal(("Resource", "cpu", "Utilization", 70), (metric.Type, metric.Resource.Name, metric.Resource.Target.Type, metric.Resource.Target.AverageUtilization));
    }

    [Fact]
    public void Every_namespaced_object_is_in_the_namespace() =>
        Assert.All<k8s.IKubernetesObject<V1ObjectMeta>>(
            [published.Secret, published.ConfigMap, .. published.Claims, published.Deployment, published.Service, published.Autoscaler],
            o => Assert.Equal(Name, o.Metadata.NamespaceProperty));

    private static void AssertProbe(V1Probe probe, int delay, int period)
    {
        Assert.Equal("/api/v1/health", probe.HttpGet.Path.Split('?')[0]);
        Assert.Contains(probe.HttpGet.Scheme, new[] { "HTTP", null });
        Assert.Equal((delay, period, 30), (probe.InitialDelaySeconds, probe.PeriodSeconds, probe.TimeoutSeconds));
    }
}
