namespace RegressionAnalyzer.Manifests.Verification.Rules.Decoding;

internal sealed class YamlSyntax() : Rule(new("yaml-syntax", RuleOrigin.Decoding, Severity.Error)
{
    Demand = "A file is YAML or JSON that can be read whole",
    Reason = "Nothing after the first fault is read by anyone, so objects are missing without a word.",
})
{
    public override void Check(ManifestSet set, RuleFindings findings)
    {
        foreach (var problem in set.Problems.Where(p => p.Kind == ReadingProblemKind.Syntax))
            findings.Add(problem, $"not YAML that can be read: {problem.Message}", "mend the text at this line; `{{ … }}` is a template, which has to be rendered first");
    }
}
