namespace RegressionAnalyzer.Manifests.Verification.Rules.Policy;

internal sealed class MemoryLimitsMissing() : ResourceMissing(
    new("memoryLimitsMissing", RuleOrigin.Polaris, Severity.Error)
    {
        Demand = "A container's memory has a limit",
        Reason = "A leak takes the whole node down, not the container alone.",
        AlsoKnownAs = ["kube-score/container-resources", "kube-linter/unset-memory-requirements"],
    },
    "limits",
    "memory");
