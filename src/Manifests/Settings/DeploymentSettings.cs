namespace RegressionAnalyzer.Manifests;

/// <summary>
/// What the model says of a deployment beyond the published chart: the only way into this library. It validates itself,
/// <see cref="Validate"/>, and everything that takes it refuses an invalid one with a message that names each setting and what is allowed.
/// </summary>
public sealed record DeploymentSettings
{
    /// <summary>Name of the chart, and of the namespace unless <see cref="Namespace"/> says otherwise (RFC 1123 label).</summary>
    public required string Name { get; init; }

    /// <summary>Namespace of every object. Null: the same as <see cref="Name"/>.</summary>
    public string? Namespace { get; init; }

    /// <summary>One sentence for the chart's description.</summary>
    public string Description { get; init; } = "";

    /// <summary>Version of the chart (semantic versioning 2).</summary>
    public string Version { get; init; } = "0.1.0";

    /// <summary>The oldest Kubernetes release the artifacts must work on, 1.30 to 1.36.</summary>
    public KubernetesVersion KubernetesVersion { get; init; } = KubernetesVersion.Oldest;

    /// <summary>Labels added to every object and to the pods, beside ours.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = Empty;

    /// <summary>Annotations added to every object and to the pods, beside ours.</summary>
    public IReadOnlyDictionary<string, string> Annotations { get; init; } = Empty;

    /// <summary>One for each workload of the chart.</summary>
    public required IReadOnlyList<WorkloadSettings> Workloads { get; init; }

    /// <summary>What is wrong with these settings, one sentence each, naming the setting and what is allowed. Empty when they are valid.</summary>
    public IReadOnlyList<string> Validate() => SettingsValidator.Validate(this);

    internal string EffectiveNamespace => Namespace ?? Name;

    private static readonly IReadOnlyDictionary<string, string> Empty = new Dictionary<string, string>();
}
