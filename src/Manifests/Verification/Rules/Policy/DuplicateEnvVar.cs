namespace RegressionAnalyzer.Manifests.Verification.Rules.Policy;

internal sealed class DuplicateEnvVar() : ContainerRule(new("duplicate-env-var", RuleOrigin.KubeLinter, Severity.Error)
{
    Demand = "A variable is given once",
    Reason = "The last one counts, and server-side apply refuses the second.",
    AlsoKnownAs = ["kube-score/environment-variable-key-duplication"],
})
{
    protected override void Check(ContainerPlace container, RuleFindings findings)
    {
        var known = new HashSet<string>();
        foreach (var name in container["env"].Items.Select(v => v["name"]).Where(n => n.Text is { Length: > 0 } text && !known.Add(text)))
            findings.Add(name, $"the variable '{Spelling.Shown(name.TextOrEmpty)}' is given twice", "remove one of the two");
    }
}
