using Aspire.Hosting.Publishing.Yaml;

namespace Aspire.Hosting.Kubernetes;

internal static class ServiceTemplate
{
    public static YamlMap Of(ChartWorkload workload) => new()
    {
        { "apiVersion", "v1" },
        { "kind", "Service" },
        { "metadata", workload.Metadata(ChartNames.Service(workload.Resource)) },
        {
            "spec", new YamlMap
            {
                { "type", workload.Environment.DefaultServiceType },
                { "selector", workload.Labels },
                { "ports", Ports(workload) },
            }
        },
    };

    private static YamlList Ports(ChartWorkload workload) => new(workload.Ports.Select(port => new YamlMap
    {
        { "name", ChartNames.Port(port) },
        { "protocol", port.Endpoint.Protocol.ToString().ToUpperInvariant() },
        { "port", new YamlPlain(workload.Text.ExposedPortNumber(workload.Resource, port)) },
        { "targetPort", new YamlPlain(workload.Text.ContainerPortNumber(workload.Resource, port)) },
    }));
}
