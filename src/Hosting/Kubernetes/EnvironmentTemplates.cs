using Aspire.Hosting.Publishing.Yaml;

namespace Aspire.Hosting.Kubernetes;

/// <summary>Where the container's variables come from.</summary>
internal static class EnvironmentTemplates
{
    public static YamlMap Config(ChartWorkload workload) => new()
    {
        { "apiVersion", "v1" },
        { "kind", "ConfigMap" },
        { "metadata", workload.Metadata(ChartNames.Config(workload.Resource)) },
        { "data", workload.Config },
    };

    public static YamlMap Secrets(ChartWorkload workload) => new()
    {
        { "apiVersion", "v1" },
        { "kind", "Secret" },
        { "metadata", workload.Metadata(ChartNames.Secrets(workload.Resource)) },
        { "stringData", workload.Secrets },
        { "type", "Opaque" },
    };
}
