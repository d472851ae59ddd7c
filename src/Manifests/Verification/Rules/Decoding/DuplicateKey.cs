namespace RegressionAnalyzer.Manifests.Verification.Rules.Decoding;

internal sealed class DuplicateKey() : Rule(new("duplicate-key", RuleOrigin.Decoding, Severity.Error)
{
    Demand = "A key stands once in a map",
    Reason = "Which of the two counts is up to the reader; strict decoding refuses the file, lenient decoding drops one without a word.",
    AlsoKnownAs = ["kube-linter/schema-validation"],
})
{
    public override void Check(ManifestSet set, RuleFindings findings)
    {
        foreach (var problem in set.Problems.Where(p => p.Kind == ReadingProblemKind.DuplicateKey))
            findings.Add(problem, $"the key '{problem.Message}' stands twice in one map", "remove one of the two");
    }
}
