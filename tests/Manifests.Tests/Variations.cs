namespace RegressionAnalyzer.Manifests.Tests;

/// <summary>The model as it is and a dozen others that a platform engineer may want of it.</summary>
internal static class Variations
{
    public static readonly IReadOnlyDictionary<string, DeploymentSettings> All = new Dictionary<string, DeploymentSettings>
    {
        ["default"] = Sample.Settings,
        ["load-balancer"] = Sample.With(w => w with
        {
            Service = new ServiceSettings { Type = ServiceType.LoadBalancer, Port = 80, Annotations = new Dictionary<string, string> { ["networking.gke.io/load-balancer-type"] = "Internal" } },
        }),
        ["cluster-ip"] = Sample.With(w => w with { Service = new ServiceSettings { Type = ServiceType.ClusterIP } }),
        ["node-port-of-the-clusters-choice"] = Sample.With(w => w with { Service = new ServiceSettings { NodePort = null } }),
        ["existing-claims"] = Sample.With(w => w with { Volumes = [w.Volumes[0] with { ExistingClaim = "uploads" }, w.Volumes[1] with { ExistingClaim = "charts" }] }),
        ["one-volume-of-a-class"] = Sample.With(w => w with { Volumes = [w.Volumes[0] with { Size = "100Gi", StorageClass = "nfs-csi" }] }),
        ["no-volumes"] = Sample.With(w => w with { Volumes = [] }),
        ["one-replica"] = Sample.With(w => w with { Autoscaling = new AutoscalingSettings { MinReplicas = 1, MaxReplicas = 1 } }),
        ["larger-uploads"] = Sample.With(w => w with
        {
            Resources = new ResourceSettings { LargestUploadBytes = 500L * 1024 * 1024, MemoryRequest = "1Gi", MemoryLimit = "4Gi" },
            Config = new Dictionary<string, string> { ["Uploads__MaxBytes"] = "524288000", ["LOG_LEVEL"] = "Warning" },
        }),
        ["private-registry"] = Sample.With(w => w with
        {
            Image = new ImageSettings { Registry = "ghcr.io:443", Repository = "team/analyzer", Tag = "1.2.3-rc.1", PullPolicy = ImagePullPolicy.Always, PullSecrets = ["ghcr"] },
        }),
        ["placed"] = Sample.With(w => w with
        {
            NodeSelector = new Dictionary<string, string> { ["kubernetes.io/arch"] = "amd64", ["spot"] = "true" },
            Tolerations = [new Toleration { Key = "spot", Value = "true", Effect = "NoSchedule" }, new Toleration { Key = "gpu" }],
        }),
        ["labelled"] = Sample.Settings with
        {
            Labels = new Dictionary<string, string> { ["team"] = "data", ["cost-centre"] = "0123" },
            Annotations = new Dictionary<string, string> { ["example.com/contact"] = "data@example.com: \"us\"" },
        },
        ["staging"] = Sample.With(w => w with
        {
            Autoscaling = new AutoscalingSettings { MinReplicas = 1, MaxReplicas = 3 },
            Resources = new ResourceSettings { CpuRequest = "250m", CpuLimit = "1", MemoryRequest = "256Mi", MemoryLimit = "1Gi" },
            Service = new ServiceSettings { NodePort = 30081 },
            Config = new Dictionary<string, string> { ["LOG_LEVEL"] = "Debug" },
        }) with
        { Namespace = "regression-analyzer-staging" },
        ["two-workloads"] = Sample.Settings with
        {
            Workloads =
            [
                Sample.Workload,
                new WorkloadSettings
                {
                    Resource = "report-mailer",
                    Image = new ImageSettings { Registry = "registry.example.com", Repository = "report-mailer", Tag = "2.0.0" },
                    Port = 8080,
                    Service = new ServiceSettings { Type = ServiceType.ClusterIP, Port = 80 },
                },
            ],
        },
    };

    /// <summary>Renders settings with the chart that has their workloads.</summary>
    public static IReadOnlyList<PublishedFile> Render(DeploymentSettings settings) =>
        ManifestFinisher.Render(Sample.Chart(settings.Workloads.Count == 1 ? "local" : "two-workloads"), settings);
}
