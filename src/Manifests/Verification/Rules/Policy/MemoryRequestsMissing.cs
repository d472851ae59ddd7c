namespace RegressionAnalyzer.Manifests.Verification.Rules.Policy;

internal sealed class MemoryRequestsMissing() : ResourceMissing(
    new("memoryRequestsMissing", RuleOrigin.Polaris, Severity.Warning)
    {
        Demand = "A container asks for the memory it needs",
        Reason = "A pod that asks for none is the first to be evicted when its node runs short.",
        AlsoKnownAs = ["kube-score/container-resources", "kube-linter/unset-memory-requirements"],
    },
    "requests",
    "memory");
