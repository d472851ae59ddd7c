namespace RegressionAnalyzer.Manifests.Verification.Rules.ApiServer;

internal sealed class DuplicateObject() : Rule(new("duplicate-object", RuleOrigin.ApiServer, Severity.Error)
{
    Demand = "Each object is there once",
    Reason = "The second one applied overwrites the first, or is refused; which of the two is meant cannot be told.",
})
{
    public override void Check(ManifestSet set, RuleFindings findings)
    {
        var known = new Dictionary<(string Group, string Kind, string Namespace, string Name), KubernetesObject>();
        foreach (var item in set.Objects.Where(o => o.Metadata["name"].Exists))
        {
            if (!known.TryAdd((item.Group, item.Kind, item.Namespace, item.Name), item))
            {
                var first = known[(item.Group, item.Kind, item.Namespace, item.Name)];
                findings.Add(item.Metadata["name"], $"{item.Title} is there already, in {first.File}, line {first.Root.Line}", "remove one, or give it another name");
            }
        }
    }
}
