namespace RegressionAnalyzer.Manifests.Verification;

/// <summary>What to verify against. The defaults are those of the model's own manifests.</summary>
public sealed record VerifyOptions
{
    /// <summary>The oldest Kubernetes release the manifests must work on.</summary>
    public KubernetesVersion KubernetesVersion { get; init; } = KubernetesVersion.Oldest;

    /// <summary>Findings of this severity and above, without an exemption, fail the run.</summary>
    public Severity FailLevel { get; init; } = Severity.Warning;

    /// <summary>Optional rules to turn on, by id or another tool's id; <c>all</c> for every one.</summary>
    public IReadOnlyList<string> Enable { get; init; } = [];

    /// <summary>Rules to turn off, by id, another tool's id, or origin (<c>polaris</c>, <c>pss-restricted</c>).</summary>
    public IReadOnlyList<string> Disable { get; init; } = [];

    /// <summary>A cluster whose API server checks each object too, by a dry run. Null: none is asked.</summary>
    public ClusterOptions? Cluster { get; init; }

    /// <summary>More findings than this are counted but not kept: a hostile file must not fill the memory.</summary>
    public int MostFindings { get; init; } = 10_000;
}
