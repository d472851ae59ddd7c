namespace RegressionAnalyzer.Manifests.Verification.Rules.Policy;

internal sealed class CpuLimitsMissing() : ResourceMissing(
    new("cpuLimitsMissing", RuleOrigin.Polaris, Severity.Warning)
    {
        Demand = "A container's CPU has a limit",
        Reason = "Without one a busy loop takes what its neighbours on the node had counted on.",
        AlsoKnownAs = ["kube-score/container-resources", "kube-linter/unset-cpu-requirements"],
    },
    "limits",
    "cpu");
