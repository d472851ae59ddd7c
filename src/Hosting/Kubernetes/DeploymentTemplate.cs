using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Publishing.Yaml;

namespace Aspire.Hosting.Kubernetes;

internal static class DeploymentTemplate
{
    public static YamlMap Of(ChartWorkload workload)
    {
        var volumes = ChartVolumes.Of(workload);
        return new YamlMap
        {
            { "apiVersion", "apps/v1" },
            { "kind", "Deployment" },
            { "metadata", workload.Metadata(ChartNames.Deployment(workload.Resource)) },
            {
                "spec", new YamlMap
                {
                    { "template", new YamlMap { { "metadata", new YamlMap { { "labels", workload.Labels } } }, { "spec", Pod(workload, volumes) } } },
                    { "selector", new YamlMap { { "matchLabels", workload.Labels } } },
                    { "replicas", workload.Resource.GetReplicaCount() },
                    { "revisionHistoryLimit", 3 },
                    { "strategy", Strategy() },
                }
            },
        };
    }

    private static YamlMap Pod(ChartWorkload workload, ChartVolumes volumes) => new()
    {
        { "containers", new YamlList { Container(workload, volumes) } },
        { "volumes", volumes.Volumes.OrNothing },
    };

    private static YamlMap Container(ChartWorkload workload, ChartVolumes volumes) => new()
    {
        { "image", workload.Image },
        { "livenessProbe", ChartProbes.Of(workload, ProbeType.Liveness) },
        { "name", ChartNames.Container(workload.Resource) },
        { "readinessProbe", ChartProbes.Of(workload, ProbeType.Readiness) },
        { "startupProbe", ChartProbes.Of(workload, ProbeType.Startup) },
        { "envFrom", Sources(workload).OrNothing },
        { "args", workload.Arguments.OrNothing },
        { "ports", Ports(workload).OrNothing },
        { "volumeMounts", volumes.Mounts.OrNothing },
        { "imagePullPolicy", workload.Environment.DefaultImagePullPolicy },
    };

    private static YamlList Sources(ChartWorkload workload)
    {
        var sources = new YamlList();
        if (workload.Config.Count > 0)
        {
            sources.Add(new YamlMap { { "configMapRef", new YamlMap { { "name", ChartNames.Config(workload.Resource) } } } });
        }

        if (workload.Secrets.Count > 0)
        {
            sources.Add(new YamlMap { { "secretRef", new YamlMap { { "name", ChartNames.Secrets(workload.Resource) } } } });
        }

        return sources;
    }

    private static YamlList Ports(ChartWorkload workload) => new(workload.Ports.Select(port => new YamlMap
    {
        { "name", ChartNames.Port(port) },
        { "protocol", port.Endpoint.Protocol.ToString().ToUpperInvariant() },
        { "containerPort", new YamlPlain(workload.Text.ContainerPortNumber(workload.Resource, port)) },
    }));

    private static YamlMap Strategy() => new()
    {
        { "rollingUpdate", new YamlMap { { "maxSurge", 1 }, { "maxUnavailable", 1 } } },
        { "type", "RollingUpdate" },
    };
}
