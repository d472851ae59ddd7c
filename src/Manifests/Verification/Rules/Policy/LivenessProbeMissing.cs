namespace RegressionAnalyzer.Manifests.Verification.Rules.Policy;

internal sealed class LivenessProbeMissing() : ProbeMissing(
    new("no-liveness-probe", RuleOrigin.KubeLinter, Severity.Warning)
    {
        Demand = "A container that serves has a liveness probe",
        Reason = "A process that hangs is never restarted.",
        AlsoKnownAs = ["polaris/livenessProbeMissing", "kube-score/pod-probes"],
    },
    "livenessProbe",
    "add one that fails only where a restart helps");
