namespace RegressionAnalyzer.Manifests.Verification.Rules.References;

internal sealed class NetworkPolicyClosesPort() : ObjectRule(new("network-policy-closes-port", RuleOrigin.Reference, Severity.Error)
{
    Demand = "The network policies of a Service's pods let in the port it sends to",
    Reason = "Calls to the Service time out: what no policy lets in is dropped, once one policy takes the pod.",
})
{
    protected override void Check(KubernetesObject item, ManifestSet set, RuleFindings findings)
    {
        if (!item.Is("Service", "") || !item.Spec["selector"].HasEntries)
            return;
        foreach (var pod in set.Select(LabelSelector.OfLabels(item.Spec["selector"]), item.Namespace))
        {
            var policies = set.Selecting(pod, "NetworkPolicy", p => LabelSelector.Of(p.Spec["podSelector"])).Where(IsForIngress).ToList();
            if (policies.Count == 0)
                continue;
            foreach (var port in item.Spec["ports"].Items.Where(port => NumberOf(port, pod) is { } number && !policies.Exists(p => LetsIn(p, number, pod))))
                findings.Add(policies[0].Spec["ingress"], $"no policy of the pods of {pod.Owner.Title} lets in port {NumberOf(port, pod)}, to which {item.Title} sends", "add a rule of ingress for that port");
        }
    }

    private static bool IsForIngress(KubernetesObject policy) =>
        !policy.Spec["policyTypes"].HasItems || policy.Spec["policyTypes"].Items.Any(t => t.Text == "Ingress");

    private static long? NumberOf(Place port, PodTemplate pod)
    {
        var target = port["targetPort"].Exists ? port["targetPort"] : port["port"];
        return target.Number ?? Named(target.Text, pod);
    }

    private static long? Named(string? name, PodTemplate pod) =>
        pod.Containers.SelectMany(c => c["ports"].Items).FirstOrDefault(p => p["name"].Text == name && name is not null)?["containerPort"].Number;

    private static bool LetsIn(KubernetesObject policy, long number, PodTemplate pod) =>
        policy.Spec["ingress"].Items.Any(rule => !rule["ports"].HasItems || rule["ports"].Items.Any(p => Holds(p, number, pod)));

    private static bool Holds(Place port, long number, PodTemplate pod)
    {
        if (!port["port"].Exists)
            return true;
        var first = port["port"].Number ?? Named(port["port"].Text, pod);
        return number >= first && number <= (port["endPort"].Number ?? first);
    }
}
