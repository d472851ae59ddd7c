namespace RegressionAnalyzer.Manifests.Verification.Rules.Decoding;

internal sealed class NotAManifest() : Rule(new("not-a-manifest", RuleOrigin.Decoding, Severity.Error)
{
    Demand = "An object names its apiVersion and its kind",
    Reason = "Without both, no one knows what the object is.",
})
{
    public override void Check(ManifestSet set, RuleFindings findings)
    {
        foreach (var problem in set.Problems.Where(p => p.Kind == ReadingProblemKind.NoManifest))
            findings.Add(problem, problem.Message, "add apiVersion and kind, or take the document out of the manifests");
    }
}
