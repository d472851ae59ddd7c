using RegressionAnalyzer.Manifests.Clusters;
using RegressionAnalyzer.Manifests.Verification.Cluster;
using RegressionAnalyzer.Manifests.Verification.Rules;

namespace RegressionAnalyzer.Manifests.Verification.Engine;

/// <summary>One run: reads, lets every rule look, puts in order what they found.</summary>
internal sealed class VerificationRun(VerifyOptions options)
{
    private readonly IReadOnlyList<Rule> _rules = RuleChoice.Of(options);

    public VerifyReport Run(ManifestFiles files)
    {
        var reader = new ObjectReader();
        foreach (var (file, isNamed) in files.Files)
            reader.Read(file, isNamed);
        var set = new ManifestSet(reader.Objects, reader.Problems, options.KubernetesVersion);
        var exemptions = new Exemptions();
        var store = new FindingStore(options.MostFindings);
        foreach (var rule in _rules)
            rule.Check(set, new RuleFindings(rule.Description, exemptions, store));

        // last, for only now is it known which exemptions were needed
        foreach (var rule in RuleCatalog.OfExemptions.Where(r => RuleChoice.IsChosen(r.Description, options)))
            rule.Check(set, exemptions, new RuleFindings(rule.Description, exemptions, store));
        return Report(store, set, files, [.. files.Notes, .. reader.Notes, .. CustomResources(set), .. AskCluster(set, exemptions, store)]);
    }

    /// <summary>Verifying is a command of its own: there is nothing else to do while the server thinks.</summary>
    private IReadOnlyList<string> AskCluster(ManifestSet set, Exemptions exemptions, FindingStore store)
    {
        if (options.Cluster is null || !RuleChoice.IsChosen(ServerDryRun.Rule, options))
            return [];
        using var connection = ClusterConnection.Open(options.Cluster);
        return new ServerDryRun(connection, set).CheckAsync(new RuleFindings(ServerDryRun.Rule, exemptions, store)).GetAwaiter().GetResult();
    }

    private VerifyReport Report(FindingStore store, ManifestSet set, ManifestFiles files, IReadOnlyList<string> notes)
    {
        var order = files.Files.Select((f, i) => (f.File.Path, i)).DistinctBy(f => f.Path).ToDictionary(f => f.Path, f => f.i);
        var findings = store.Findings
            .OrderBy(f => order.GetValueOrDefault(f.File))
            .ThenBy(f => f.Line)
            .ThenByDescending(f => f.Severity)
            .ThenBy(f => f.Rule.Id, StringComparer.Ordinal)
            .ThenBy(f => f.Path, StringComparer.Ordinal)
            .ToList();
        return new VerifyReport
        {
            Findings = [.. findings.Where(f => f.Exemption is null)],
            Exempted = [.. findings.Where(f => f.Exemption is not null)],
            Dropped = store.Dropped,
            Files = files.Files.Count,
            Objects = set.Objects.Count,
            Notes = notes,
            Options = options,
        };
    }

    private static IEnumerable<string> CustomResources(ManifestSet set) => set.Objects
        .Where(o => o.Type is null && !Schema.KindCatalog.IsBuiltIn(o.Group))
        .GroupBy(o => $"{o.ApiVersion} {o.Kind}")
        .Select(g => $"{g.Key}: a custom resource, of which only the metadata is checked");
}
