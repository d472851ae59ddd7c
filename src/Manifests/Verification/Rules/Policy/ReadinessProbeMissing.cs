namespace RegressionAnalyzer.Manifests.Verification.Rules.Policy;

internal sealed class ReadinessProbeMissing() : ProbeMissing(
    new("no-readiness-probe", RuleOrigin.KubeLinter, Severity.Warning)
    {
        Demand = "A container that serves has a readiness probe",
        Reason = "Callers are sent to it before it can answer, in every rollout.",
        AlsoKnownAs = ["polaris/readinessProbeMissing", "kube-score/pod-probes"],
    },
    "readinessProbe",
    "add one that fails while it cannot answer");
