using RegressionAnalyzer.Manifests.Trees;

namespace RegressionAnalyzer.Manifests.Pods;

/// <summary>The ports of the container: the one of the settings, and those of the chart that have another name.</summary>
internal static class Ports
{
    public static Sequence Of(Workload workload)
    {
        var main = Main(workload);
        var ports = new Sequence(new Map
        {
            { "name", Naming.PortName },
            { "containerPort", new Scalar(workload.Settings.Port).Because("setting Port") },
            { "protocol", "TCP" },
        });
        foreach (var port in Raw(workload).Where(p => !ReferenceEquals(p, main) && p.Text("containerPort") != $"{workload.Settings.Port}"))
            ports.Add(port.Because(Carried.Chart));
        return ports;
    }

    /// <summary>A probe's port: the settings' port where the chart means the main one, by name or by number.</summary>
    public static Node Resolve(Workload workload, Node? port)
    {
        var main = Main(workload);
        var isOther = port is Scalar { Text: var text }
            && Raw(workload).Any(p => !ReferenceEquals(p, main) && (p.Text("name") == text || p.Text("containerPort") == text));
        return isOther ? port! : workload.Settings.Port;
    }

    private static Map? Main(Workload workload) => Raw(workload).FirstOrDefault(p => p.Text("name") == Naming.PortName) ?? Raw(workload).FirstOrDefault();

    private static IEnumerable<Map> Raw(Workload workload) => (workload.Raw.Container["ports"] as Sequence ?? []).OfType<Map>();
}
