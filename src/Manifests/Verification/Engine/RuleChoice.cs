using RegressionAnalyzer.Manifests.Verification.Rules;

namespace RegressionAnalyzer.Manifests.Verification.Engine;

/// <summary>The rules that a run's options ask for.</summary>
internal static class RuleChoice
{
    private const string All = "all";

    /// <exception cref="ManifestException">An option names a rule that there is not, or a Kubernetes release that is not known.</exception>
    public static IReadOnlyList<Rule> Of(VerifyOptions options)
    {
        var unknown = options.Enable.Where(name => name != All).Concat(options.Disable).FirstOrDefault(name => !ManifestVerifier.Rules.Any(rule => Names(rule, name)));
        if (unknown is not null)
            throw new ManifestException($"There is no rule '{unknown}'. Allowed: an id or an origin from the list of rules (verify --rules).");
        if (!options.KubernetesVersion.IsKnown)
            throw new ManifestException($"Kubernetes version '{options.KubernetesVersion}' is not known. Allowed: {KubernetesVersion.Oldest} to {KubernetesVersion.Newest}.");
        return [.. RuleCatalog.OfManifests.Where(rule => IsChosen(rule.Description, options))];
    }

    public static bool IsChosen(RuleDescription rule, VerifyOptions options) =>
        !options.Disable.Any(name => Names(rule, name)) && (!rule.IsOptional || options.Enable.Any(name => name == All || Names(rule, name)));

    private static bool Names(RuleDescription rule, string name) => rule.Ids.Contains(name) || rule.AlsoKnownAs.Contains(name) || rule.Origin.Title() == name;
}
