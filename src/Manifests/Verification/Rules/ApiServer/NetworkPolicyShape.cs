using System.Net;

namespace RegressionAnalyzer.Manifests.Verification.Rules.ApiServer;

internal sealed class NetworkPolicyShape() : ObjectRule(new("network-policy-shape", RuleOrigin.ApiServer, Severity.Error)
{
    Demand = "A peer of a network policy is either addresses or a selector, its addresses are a network, its ports a range upward",
    Reason = "The API server refuses the object.",
})
{
    protected override void Check(KubernetesObject item, ManifestSet set, RuleFindings findings)
    {
        if (!item.Is("NetworkPolicy", "networking.k8s.io"))
            return;
        foreach (var rule in item.Spec["ingress"].Items.Concat(item.Spec["egress"].Items))
        {
            foreach (var peer in rule["from"].Items.Concat(rule["to"].Items))
                CheckPeer(peer, findings);
            foreach (var port in rule["ports"].Items)
                CheckPort(port, findings);
        }
    }

    private static void CheckPeer(Place peer, RuleFindings findings)
    {
        if (peer["ipBlock"].Exists && (peer["podSelector"].Exists || peer["namespaceSelector"].Exists))
            findings.Add(peer["ipBlock"], "ipBlock beside a selector", "make them two peers");
        if (!peer["ipBlock"].Exists && !peer["podSelector"].Exists && !peer["namespaceSelector"].Exists)
            findings.Add(peer, "a peer that says nothing", "add podSelector, namespaceSelector or ipBlock");
        foreach (var cidr in peer["ipBlock"]["except"].Items.Prepend(peer["ipBlock"]["cidr"]).Where(c => c.Text is { } text && !IPNetwork.TryParse(text, out _)))
            findings.Add(cidr, $"'{Spelling.Shown(cidr.TextOrEmpty)}' is no network", "write an address with zeros after the prefix, such as 10.0.0.0/8");
    }

    private static void CheckPort(Place port, RuleFindings findings)
    {
        if (port["endPort"].Number is { } end && (port["port"].Number is not { } start || end < start))
            findings.Add(port["endPort"], $"endPort {end} without a port below it", "write the first port of the range as a number under port");
    }
}
