namespace RegressionAnalyzer.Manifests;

/// <summary>What the model says of one workload: the resource of the chart that it is, and how it is to run.</summary>
public sealed record WorkloadSettings
{
    /// <summary>The resource's name in the chart (the folder under <c>templates</c>), and the name of every object made for it.</summary>
    public required string Resource { get; init; }

    public required ImageSettings Image { get; init; }

    /// <summary>The port the container listens on, 1024 to 65535 (a process without privileges cannot take a lower one).</summary>
    public int Port { get; init; } = 8000;

    public ServiceSettings Service { get; init; } = new();

    public AutoscalingSettings Autoscaling { get; init; } = new();

    public ResourceSettings Resources { get; init; } = new();

    public RolloutSettings Rollout { get; init; } = new();

    /// <summary>Volumes that all replicas share.</summary>
    public IReadOnlyList<SharedVolume> Volumes { get; init; } = [];

    /// <summary>Settings for the config map beside those in the chart; where both have a name, this one is taken.</summary>
    public IReadOnlyDictionary<string, string> Config { get; init; } = new Dictionary<string, string>();

    /// <summary>The keys of the Secret, beside those in the chart. No value is ever published.</summary>
    public IReadOnlyList<SecretKey> SecretKeys { get; init; } = [];

    /// <summary>User the container runs as, 10000 or above, so that it is nobody on the node.</summary>
    public long UserId { get; init; } = 10001;

    /// <summary>Group the container runs as and that owns the volumes, 10000 or above.</summary>
    public long GroupId { get; init; } = 10001;

    /// <summary>TCP ports the pods may connect to; DNS is always allowed. 443 is the LLM providers, 4317 and 4318 are OTLP.</summary>
    public IReadOnlyList<int> EgressPorts { get; init; } = [443, 4317, 4318];

    /// <summary>Labels a node must have.</summary>
    public IReadOnlyDictionary<string, string> NodeSelector { get; init; } = new Dictionary<string, string>();

    public IReadOnlyList<Toleration> Tolerations { get; init; } = [];
}

/// <summary>A container image by its parts. The tag is a version: <c>latest</c> is refused, since a rollback could not name what ran before.</summary>
public sealed record ImageSettings
{
    /// <summary>Host, with port where needed. Empty: the container runtime's default registry.</summary>
    public string Registry { get; init; } = "";

    public required string Repository { get; init; }

    public required string Tag { get; init; }

    public ImagePullPolicy PullPolicy { get; init; } = ImagePullPolicy.IfNotPresent;

    /// <summary>Names of Secrets of type <c>kubernetes.io/dockerconfigjson</c> in the namespace.</summary>
    public IReadOnlyList<string> PullSecrets { get; init; } = [];
}

public enum ImagePullPolicy
{
    IfNotPresent,
    Always,
    Never,
}

/// <summary>How the workload is reached.</summary>
public sealed record ServiceSettings
{
    public ServiceType Type { get; init; } = ServiceType.NodePort;

    public int Port { get; init; } = 8000;

    /// <summary>The port on every node, 30000 to 32767, for <see cref="ServiceType.NodePort"/>. Null: the cluster chooses one.</summary>
    public int? NodePort { get; init; } = 30080;

    /// <summary>Annotations of the Service alone, such as those of a cloud's load balancer.</summary>
    public IReadOnlyDictionary<string, string> Annotations { get; init; } = new Dictionary<string, string>();
}

public enum ServiceType
{
    NodePort,
    LoadBalancer,
    ClusterIP,
}

/// <summary>Bounds and target of the HorizontalPodAutoscaler.</summary>
public sealed record AutoscalingSettings
{
    public int MinReplicas { get; init; } = 2;

    public int MaxReplicas { get; init; } = 10;

    /// <summary>Average CPU use the autoscaler aims at, in percent of the request.</summary>
    public int TargetCpuPercent { get; init; } = 70;
}

/// <summary>A volume that all replicas mount, by a claim with access mode ReadWriteMany.</summary>
public sealed record SharedVolume
{
    /// <summary>Name of the volume; its claim is <c>&lt;resource&gt;-&lt;name&gt;</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Absolute path in the container.</summary>
    public required string MountPath { get; init; }

    /// <summary>Size as a Kubernetes quantity, such as <c>10Gi</c>.</summary>
    public string Size { get; init; } = "10Gi";

    /// <summary>Storage class that can provision ReadWriteMany. Null: the cluster's default.</summary>
    public string? StorageClass { get; init; }

    /// <summary>A claim that is there already, taken in place of one of ours.</summary>
    public string? ExistingClaim { get; init; }
}

/// <summary>A key of the Secret, which the container gets as an environment variable of that name.</summary>
/// <param name="Name">The variable's name.</param>
/// <param name="Description">What the key is for, for the person who fills it in.</param>
public sealed record SecretKey(string Name, string Description = "");

/// <summary>A taint the pods tolerate. <see cref="Value"/> null means the operator <c>Exists</c>, otherwise <c>Equal</c>.</summary>
public sealed record Toleration
{
    /// <summary>Null: every taint.</summary>
    public string? Key { get; init; }

    public string? Value { get; init; }

    /// <summary><c>NoSchedule</c>, <c>PreferNoSchedule</c> or <c>NoExecute</c>. Null: all of them.</summary>
    public string? Effect { get; init; }
}
