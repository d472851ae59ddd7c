namespace RegressionAnalyzer.Manifests.Verification;

/// <summary>Who published a rule; its id is the one known there.</summary>
public enum RuleOrigin
{
    /// <summary>Ours: reading the YAML as the types of the Kubernetes client, strictly.</summary>
    Decoding,

    /// <summary>Ours: what the API server refuses beyond types.</summary>
    ApiServer,

    /// <summary>Ours: what the target version of Kubernetes lacks.</summary>
    Version,

    /// <summary>Ours: what one object says of another.</summary>
    Reference,

    /// <summary>Ours: policy that none of the tools below has.</summary>
    Practice,

    /// <summary>Pod Security Standards, level baseline, under the check ids of the admission controller.</summary>
    PodSecurityBaseline,

    /// <summary>Pod Security Standards, level restricted.</summary>
    PodSecurityRestricted,

    KubeLinter,

    KubeScore,

    Polaris,

    /// <summary>Ours: exemptions that do not say why, or exempt from nothing.</summary>
    Exemption,
}

internal static class RuleOrigins
{
    public static string Title(this RuleOrigin origin) => origin switch
    {
        RuleOrigin.Decoding => "decoding",
        RuleOrigin.ApiServer => "api-server",
        RuleOrigin.Version => "version",
        RuleOrigin.Reference => "reference",
        RuleOrigin.Practice => "practice",
        RuleOrigin.PodSecurityBaseline => "pss-baseline",
        RuleOrigin.PodSecurityRestricted => "pss-restricted",
        RuleOrigin.KubeLinter => "kube-linter",
        RuleOrigin.KubeScore => "kube-score",
        RuleOrigin.Polaris => "polaris",
        _ => "exemption",
    };

    /// <summary>An annotation does not make the API server take what it refuses.</summary>
    public static bool CanBeExempted(this RuleOrigin origin) => origin is not (RuleOrigin.Decoding or RuleOrigin.ApiServer or RuleOrigin.Version or RuleOrigin.Exemption);
}
