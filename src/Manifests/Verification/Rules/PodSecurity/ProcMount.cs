namespace RegressionAnalyzer.Manifests.Verification.Rules.PodSecurity;

internal sealed class ProcMount() : ContainerRule(new("procMount", RuleOrigin.PodSecurityBaseline, Severity.Error)
{
    Demand = "/proc is masked as the runtime does by default",
    Reason = "Unmasked, it shows and lets change settings of the node's kernel.",
    AlsoKnownAs = ["polaris/procMount", "kube-linter/unsafe-proc-mount"],
})
{
    protected override void Check(ContainerPlace container, RuleFindings findings)
    {
        if (container.Security["procMount"].Text is { } text && text != "Default")
            findings.Add(container.Security["procMount"], $"procMount is {Spelling.Shown(text)}", "remove it");
    }
}
