using k8s.Models;

namespace RegressionAnalyzer.Manifests.Tests;

/// <summary>The seed, requirement by requirement.</summary>
public sealed class SeedRequirementTests
{
    private const string Name = "regression-analyzer";

    private readonly Published _published = Published.From();

    [Fact]
    public void There_are_the_seeds_seven_files() =>
        Assert.All(["namespace", "secrets", "configmap", "pvc", "deployment", "service", "hpa"], file => Assert.True(_published.Has($"k8s/{file}.yaml"), file));

    [Fact]
    public void The_namespace_is_regression_analyzer_and_every_object_is_in_it()
    {
        Assert.Equal(Name, _published.Namespace.Metadata.Name);
        IMetadata<V1ObjectMeta>[] objects =
        [
            _published.ServiceAccount, _published.Secret, _published.ConfigMap, .. _published.Claims, _published.Deployment,
            _published.Service, _published.Autoscaler, _published.DisruptionBudget, _published.NetworkPolicy,
        ];
        Assert.All(objects, o => Assert.Equal(Name, o.Metadata.NamespaceProperty));
    }

    [Fact]
    public void Two_replicas_at_least_come_from_the_autoscaler_and_the_deployment_has_no_number()
    {
        Assert.Equal(2, _published.Autoscaler.Spec.MinReplicas);
        Assert.Null(_published.Deployment.Spec.Replicas);
        Assert.DoesNotContain("replicas:", _published.Text("k8s/deployment.yaml"), StringComparison.Ordinal);
    }

    [Fact]
    public void Pods_are_replaced_one_by_one_without_downtime()
    {
        var strategy = _published.Deployment.Spec.Strategy;
        Assert.Equal("RollingUpdate", strategy.Type);
        Assert.Equal("0", strategy.RollingUpdate.MaxUnavailable.Value);
        Assert.Equal("1", strategy.RollingUpdate.MaxSurge.Value);
        Assert.Equal(10, _published.Deployment.Spec.MinReadySeconds);
        Assert.Equal(10, _published.Container.Lifecycle.PreStop.Sleep.Seconds);
    }

    [Fact]
    public void The_grace_period_holds_the_pause_and_the_hosts_shutdown()
    {
        var shutdown = Assert.Single(_published.Container.Env, v => v.Name == "DOTNET_SHUTDOWNTIMEOUTSECONDS");
        Assert.True(_published.Pod.TerminationGracePeriodSeconds >= _published.Container.Lifecycle.PreStop.Sleep.Seconds + long.Parse(shutdown.Value));
    }

    [Fact]
    public void Requests_and_limits_are_the_seeds()
    {
        var resources = _published.Container.Resources;
        Assert.Equal("512Mi", resources.Requests["memory"].ToString());
        Assert.Equal("500m", resources.Requests["cpu"].ToString());
        Assert.Equal("2Gi", resources.Limits["memory"].ToString());
        Assert.Equal(2m, resources.Limits["cpu"].ToDecimal());
        Assert.Equal("256Mi", resources.Requests["ephemeral-storage"].ToString());
    }

    [Fact]
    public void Liveness_and_readiness_are_probed_as_in_the_seed_and_wait_30_seconds()
    {
        var (liveness, readiness, startup) = (_published.Container.LivenessProbe, _published.Container.ReadinessProbe, _published.Container.StartupProbe);
        Assert.Equal(("/api/v1/health?probe=live", "8000", 10, 30), (liveness.HttpGet.Path, liveness.HttpGet.Port.Value, liveness.InitialDelaySeconds, liveness.PeriodSeconds));
        Assert.Equal(("/api/v1/health?probe=ready", "8000", 5, 10), (readiness.HttpGet.Path, readiness.HttpGet.Port.Value, readiness.InitialDelaySeconds, readiness.PeriodSeconds));
        Assert.Equal("/api/v1/health?probe=startup", startup.HttpGet.Path);
        Assert.All([liveness, readiness, startup], probe => Assert.Equal((30, "HTTP"), (probe.TimeoutSeconds, probe.HttpGet.Scheme)));
    }

    [Fact]
    public void The_service_is_reached_inside_on_8000_and_on_every_node_on_30080()
    {
        Assert.Equal("NodePort", _published.Service.Spec.Type);
        var port = Assert.Single(_published.Service.Spec.Ports);
        Assert.Equal((8000, "8000", 30080), (port.Port, port.TargetPort.Value, port.NodePort));
        Assert.Equal(Name, _published.Service.Spec.Selector["app"]);
        Assert.Equal(8000, Assert.Single(_published.Container.Ports).ContainerPort);
    }

    [Fact]
    public void Api_keys_come_from_a_secret_as_variables_and_no_file_holds_a_value()
    {
        Assert.Equal($"{Name}-secrets", _published.Secret.Metadata.Name);
        Assert.Null(_published.Secret.Data);
        Assert.Null(_published.Secret.StringData);
        Assert.Equal($"{Name}-secrets", _published.Container.EnvFrom[0].SecretRef.Name);
        Assert.Contains("ANTHROPIC_API_KEY", _published.Text("k8s/secrets.yaml"), StringComparison.Ordinal);
    }

    [Fact]
    public void Data_and_output_are_claims_that_all_replicas_share()
    {
        Assert.Equal([($"{Name}-data", "10Gi"), ($"{Name}-output", "5Gi")], _published.Claims.Select(c => (c.Metadata.Name, c.Spec.Resources.Requests["storage"].ToString())));
        Assert.All(_published.Claims, c => Assert.Equal(["ReadWriteMany"], c.Spec.AccessModes));
        Assert.Equal([("data", "/app/data"), ("output", "/app/output"), ("tmp", "/tmp")], _published.Container.VolumeMounts.Select(m => (m.Name, m.MountPath)));
        Assert.Equal([$"{Name}-data", $"{Name}-output", null], _published.Pod.Volumes.Select(v => v.PersistentVolumeClaim?.ClaimName));
    }

    [Fact]
    public void The_config_map_has_the_settings_and_the_log_level()
    {
        Assert.Equal($"{Name}-config", _published.ConfigMap.Metadata.Name);
        Assert.Equal("Information", _published.ConfigMap.Data["LOG_LEVEL"]);
        Assert.Equal("/app/data", _published.ConfigMap.Data["Storage__DataPath"]);
        Assert.Equal("/app/output", _published.ConfigMap.Data["Storage__OutputPath"]);
        Assert.Equal("8000", _published.ConfigMap.Data["HTTP_PORTS"]);
        Assert.Equal($"{Name}-config", _published.Container.EnvFrom[1].ConfigMapRef.Name);
    }

    [Fact]
    public void The_autoscaler_keeps_2_to_10_replicas_at_70_percent_cpu()
    {
        var spec = _published.Autoscaler.Spec;
        Assert.Equal(("Deployment", Name, 2, 10), (spec.ScaleTargetRef.Kind, spec.ScaleTargetRef.Name, spec.MinReplicas, spec.MaxReplicas));
        Assert.Equal(("cpu", 70), (spec.Metrics[0].Resource.Name, spec.Metrics[0].Resource.Target.AverageUtilization));
        Assert.Equal(300, spec.Behavior.ScaleDown.StabilizationWindowSeconds);
    }

    [Fact]
    public void The_selector_is_the_seeds_and_the_recommended_labels_stand_beside_it()
    {
        Assert.Equal(new Dictionary<string, string> { ["app"] = Name }, _published.Deployment.Spec.Selector.MatchLabels);
        var labels = _published.Deployment.Spec.Template.Metadata.Labels;
        Assert.Equal(Name, labels["app"]);
        Assert.Equal("0.1.0", labels["app.kubernetes.io/version"]);
    }

    [Fact]
    public void The_pod_meets_the_restricted_standard()
    {
        Assert.Equal("restricted", _published.Namespace.Metadata.Labels["pod-security.kubernetes.io/enforce"]);
        var pod = _published.Pod.SecurityContext;
        Assert.Equal((true, 10001, 10001, 10001, "OnRootMismatch", "RuntimeDefault"), (pod.RunAsNonRoot, pod.RunAsUser, pod.RunAsGroup, pod.FsGroup, pod.FsGroupChangePolicy, pod.SeccompProfile.Type));
        var container = _published.Container.SecurityContext;
        Assert.Equal((false, true, false), (container.AllowPrivilegeEscalation, container.ReadOnlyRootFilesystem, container.Privileged));
        Assert.Equal(["ALL"], container.Capabilities.Drop);
        Assert.False(_published.Pod.AutomountServiceAccountToken);
    }

    [Fact]
    public void The_network_is_open_for_8000_in_and_dns_https_and_telemetry_out()
    {
        var spec = _published.NetworkPolicy.Spec;
        Assert.Equal(["8000"], Assert.Single(spec.Ingress).Ports.Select(p => p.Port.Value));
        Assert.Equal(["53/UDP", "53/TCP", "443/TCP", "4317/TCP", "4318/TCP"], Assert.Single(spec.Egress).Ports.Select(p => $"{p.Port.Value}/{p.Protocol}"));
    }

    [Fact]
    public void Draining_a_node_takes_one_pod_at_a_time_and_never_waits_for_a_broken_one()
    {
        var spec = _published.DisruptionBudget.Spec;
        Assert.Equal(("1", "AlwaysAllow"), (spec.MaxUnavailable.Value, spec.UnhealthyPodEvictionPolicy));
        Assert.Equal(Name, spec.Selector.MatchLabels["app"]);
    }
}
