namespace RegressionAnalyzer.Manifests.Verification.Rules.Policy;

internal sealed class StartupProbeMissing() : ProbeMissing(
    new("no-startup-probe", RuleOrigin.KubeLinter, Severity.Info)
    {
        Demand = "A container that serves has a startup probe",
        Reason = "A slow start is taken for a hang, and the container is restarted before it ever was up.",
        IsOptional = true,
    },
    "startupProbe",
    "add one with as many tries as the slowest start takes");
