namespace RegressionAnalyzer.Manifests.Verification.Rules.Policy;

internal sealed class NetworkPolicyMissing() : PodRule(new("pod-networkpolicy", RuleOrigin.KubeScore, Severity.Warning)
{
    Demand = "A pod has a network policy, for what comes in and for what goes out",
    Reason = "Every pod of the cluster can connect to it, and whoever takes it over can connect to everything.",
    AlsoKnownAs = ["polaris/missingNetworkPolicy", "kube-linter/non-isolated-pod"],
})
{
    protected override void Check(PodTemplate pod, ManifestSet set, RuleFindings findings)
    {
        var policies = set.Selecting(pod, "NetworkPolicy", p => LabelSelector.Of(p.Spec["podSelector"])).ToList();
        if (policies.Count == 0)
            findings.Add(pod.Owner.Root, $"no NetworkPolicy takes the pods of {pod.Owner.Title}", "add one that names the ports it serves and those it calls");
        else if (!policies.Exists(IsForEgress))
            findings.Add(policies[0].Spec["policyTypes"], $"the pods of {pod.Owner.Title} may connect to everything", "add policyTypes Egress, and the ports they call");
    }

    private static bool IsForEgress(KubernetesObject policy) => policy.Spec["policyTypes"].Items.Any(t => t.Text == "Egress") || policy.Spec["egress"].Exists;
}
