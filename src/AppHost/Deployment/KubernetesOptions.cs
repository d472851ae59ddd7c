using RegressionAnalyzer.Manifests;

namespace RegressionAnalyzer.AppHost.Deployment;

/// <summary>
/// What may differ from environment to environment: the section <c>Kubernetes</c> of <c>appsettings.{Environment}.json</c>. What is not set is as
/// the model says.
/// </summary>
internal sealed record KubernetesOptions
{
    public string? Namespace { get; init; }

    /// <summary>The oldest release that the manifests must work on, such as <c>1.31</c>.</summary>
    public string? Version { get; init; }

    public Dictionary<string, string> Labels { get; init; } = [];

    public Dictionary<string, string> Annotations { get; init; } = [];

    public ImageOptions Image { get; init; } = new();

    public ServiceOptions Service { get; init; } = new();

    public AutoscalingOptions Autoscaling { get; init; } = new();

    public ResourceOptions Resources { get; init; } = new();

    /// <summary>By the name that the model gives a volume.</summary>
    public Dictionary<string, VolumeOptions> Volumes { get; init; } = [];

    public Dictionary<string, string> NodeSelector { get; init; } = [];

    public List<TolerationOptions> Tolerations { get; init; } = [];

    internal sealed record ImageOptions
    {
        public ImagePullPolicy PullPolicy { get; init; } = ImagePullPolicy.IfNotPresent;

        public List<string> PullSecrets { get; init; } = [];
    }

    internal sealed record ServiceOptions
    {
        public ServiceType Type { get; init; } = ServiceType.NodePort;

        /// <summary>0: the cluster chooses.</summary>
        public int NodePort { get; init; } = 30080;

        public Dictionary<string, string> Annotations { get; init; } = [];
    }

    internal sealed record AutoscalingOptions
    {
        public int? MinReplicas { get; init; }

        public int? MaxReplicas { get; init; }

        public int? TargetCpuPercent { get; init; }
    }

    internal sealed record ResourceOptions
    {
        public string? CpuRequest { get; init; }

        public string? CpuLimit { get; init; }

        public string? MemoryRequest { get; init; }

        public string? MemoryLimit { get; init; }
    }

    internal sealed record VolumeOptions
    {
        public string? Size { get; init; }

        public string? StorageClass { get; init; }

        public string? ExistingClaim { get; init; }
    }

    internal sealed record TolerationOptions
    {
        public string? Key { get; init; }

        public string? Value { get; init; }

        public string? Effect { get; init; }
    }
}
