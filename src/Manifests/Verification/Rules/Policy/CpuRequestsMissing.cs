namespace RegressionAnalyzer.Manifests.Verification.Rules.Policy;

internal sealed class CpuRequestsMissing() : ResourceMissing(
    new("cpuRequestsMissing", RuleOrigin.Polaris, Severity.Warning)
    {
        Demand = "A container asks for the CPU it needs",
        Reason = "The scheduler takes a pod that asks for nothing to need nothing, and puts it where there is none left.",
        AlsoKnownAs = ["kube-score/container-resources", "kube-linter/unset-cpu-requirements"],
    },
    "requests",
    "cpu");
