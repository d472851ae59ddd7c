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
        foreach (var port in Raw(workload).Where(p => !ReferenceEquals(p, main) && p.Text("containerPort") != workload.Settings.Port.ToString(System.Globalization.CultureInfo.InvariantCulture)))
            ports.Add(port.Because(Carried.Chart));
        return ports;
    }

    /// <summary>A probe's port: the settings' port where the chart means the main one, by name or by number.</summary>
    public static Node Resolve(Workload workload, Node? port)
    {
        var text = (port as Scalar)?.Text;
        var main = Main(workload);
        var named = Raw(workload).FirstOrDefault(p => p.Text("name") == text && !ReferenceEquals(p, main));
        if (named is not null || (main is not null && text is not null && text != main.Text("name") && text != main.Text("containerPort") && IsOther(workload, text)))
            return port!;
        return workload.Settings.Port;
    }

    private static bool IsOther(Workload workload, string number) => Raw(workload).Any(p => p.Text("containerPort") == number);

    private static Map? Main(Workload workload) => Raw(workload).FirstOrDefault(p => p.Text("name") == Naming.PortName) ?? Raw(workload).FirstOrDefault();

    private static IEnumerable<Map> Raw(Workload workload) => (workload.Raw.Container["ports"] as Sequence ?? []).OfType<Map>();
}
