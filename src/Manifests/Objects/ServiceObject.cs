using RegressionAnalyzer.Manifests.Trees;

namespace RegressionAnalyzer.Manifests.Objects;

/// <summary>The Service: a NodePort, unless a setting says otherwise, which is reached inside the cluster by its cluster IP as well.</summary>
internal static class ServiceObject
{
    public static Manifest Build(Workload workload)
    {
        var service = workload.Values["service"];
        var extra = new ValuePath(service["annotations"].Dotted);
        var metadata = Metadata.Of(workload, workload.Name, NodePortExemption(service));
        ((Map)metadata["annotations"]!).Add(new Spread(extra));
        return new("service.yaml", new Map
        {
            { "apiVersion", "v1" },
            { "kind", "Service" },
            { "metadata", metadata },
            {
                "spec", new Map
                {
                    { "type", service["type"].AsText("Service.Type") },
                    { "selector", Metadata.Selector(workload) },
                    {
                        "ports", new Sequence(new Map
                        {
                            { "name", Naming.PortName },
                            { "port", service["port"].AsNumber("Service.Port") },
                            { "protocol", "TCP" },
                            { "targetPort", new Scalar(workload.Settings.Port).Because("setting Port") },
                            new Entry("nodePort", service["nodePort"].AsNumber("Service.NodePort"), HasNodePort(service)),
                        })
                    },
                }
            },
        });
    }

    private static Entry NodePortExemption(ValuePath service) =>
        Exemptions.Annotation("service-type", "the service is meant to be reached from outside the cluster by a node port") with
        {
            When = new($"eq {service["type"].Helm} \"NodePort\"", values => service["type"].Text(values) == "NodePort"),
        };

    /// <summary>The API server refuses a node port on a Service of cluster IP; on others 0 lets the cluster choose.</summary>
    public static Condition HasNodePort(ValuePath service) => new(
        $"and (eq {service["type"].Helm} \"NodePort\") {service["nodePort"].Helm}",
        values => service["type"].Text(values) == "NodePort" && service["nodePort"].IsSet.Holds(values));
}
