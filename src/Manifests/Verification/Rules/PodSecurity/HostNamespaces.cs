namespace RegressionAnalyzer.Manifests.Verification.Rules.PodSecurity;

internal sealed class HostNamespaces() : PodRule(new("hostNamespaces", RuleOrigin.PodSecurityBaseline, Severity.Error)
{
    Demand = "A pod has a network, processes and shared memory of its own",
    Reason = "In the node's namespaces a process sees the node's traffic, its processes and their secrets.",
    AlsoKnownAs = ["kube-linter/host-network", "kube-linter/host-pid", "kube-linter/host-ipc", "polaris/hostNetworkSet", "polaris/hostPIDSet", "polaris/hostIPCSet"],
})
{
    private static readonly string[] Fields = ["hostNetwork", "hostPID", "hostIPC"];

    protected override void Check(PodTemplate pod, ManifestSet set, RuleFindings findings)
    {
        foreach (var field in Fields.Select(name => pod.Spec[name]).Where(f => f.IsTrue))
            findings.Add(field, $"the pod is in the node's namespace: {field.Step}", $"remove {field.Step}");
    }
}
