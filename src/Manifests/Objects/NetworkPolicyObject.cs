using RegressionAnalyzer.Manifests.Trees;

namespace RegressionAnalyzer.Manifests.Objects;

/// <summary>In: the container's ports, from anywhere (a node port's callers are outside the cluster). Out: DNS and the ports of the settings.</summary>
internal static class NetworkPolicyObject
{
    public static Manifest Build(Workload workload)
    {
        var policy = workload.Values["networkPolicy"];
        return new("networkpolicy.yaml", new Map
        {
            { "apiVersion", "networking.k8s.io/v1" },
            { "kind", "NetworkPolicy" },
            { "metadata", Metadata.Of(workload, workload.Name) },
            {
                "spec", new Map
                {
                    { "podSelector", new Map { { "matchLabels", Metadata.Selector(workload) } } },
                    { "policyTypes", new Sequence("Ingress", "Egress") },
                    { "ingress", new Sequence(Ports(In(workload)).Because("in: the container's ports only (setting Port)")) },
                    { "egress", new Sequence(Ports(new Sequence(Port(53, "UDP"), Port(53, "TCP"), Others(policy["egressPorts"])))) },
                }
            },
        })
        {
            When = policy["enabled"].IsSet,
        };
    }

    private static Sequence In(Workload workload) =>
        new(Pods.Ports.Of(workload).Cast<Map>().Select(port => (Node)Port(port["containerPort"]!, port.Text("protocol") ?? "TCP")));

    /// <summary>In one rule with DNS: a rule of its own with no ports in it would allow all of them.</summary>
    private static Each Others(ValuePath ports) => new Each(ports, Port(Each.Item, "TCP")).Because($"setting EgressPorts (chart value {ports.Dotted})");

    private static Map Ports(Node ports) => new() { { "ports", ports } };

    private static Map Port(Node port, string protocol) => new() { { "port", port }, { "protocol", protocol } };
}
