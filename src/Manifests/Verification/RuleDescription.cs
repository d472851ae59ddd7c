namespace RegressionAnalyzer.Manifests.Verification;

/// <summary>A rule as a person reads it.</summary>
/// <param name="Id">Unique among all rules; what an exemption, <c>Enable</c> and <c>Disable</c> name.</param>
public sealed record RuleDescription(string Id, RuleOrigin Origin, Severity Severity)
{
    /// <summary>What the rule demands, one sentence.</summary>
    public required string Demand { get; init; }

    /// <summary>What happens where it is broken.</summary>
    public required string Reason { get; init; }

    /// <summary>Ids under which other tools know it, such as <c>kube-score/container-image-tag</c>; an exemption under one of them counts too.</summary>
    public IReadOnlyList<string> AlsoKnownAs { get; init; } = [];

    /// <summary>Off unless enabled: a matter of taste, or of a cluster that has what it needs.</summary>
    public bool IsOptional { get; init; }

    /// <summary>The ids without the tools' names.</summary>
    internal IEnumerable<string> Ids => AlsoKnownAs.Select(also => also[(also.IndexOf('/', StringComparison.Ordinal) + 1)..]).Prepend(Id);
}
