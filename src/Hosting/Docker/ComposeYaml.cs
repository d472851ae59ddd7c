using Aspire.Hosting.Docker.Resources;
using Aspire.Hosting.Docker.Resources.ComposeNodes;
using Aspire.Hosting.Docker.Resources.ServiceNodes;
using Aspire.Hosting.Docker.Resources.ServiceNodes.Swarm;
using Aspire.Hosting.Publishing.Yaml;

namespace Aspire.Hosting.Docker;

/// <summary>A Compose file as YAML, in the names of the compose-spec; what is not set is left out.</summary>
internal static class ComposeYaml
{
    public static YamlMap Of(ComposeFile file) => new()
    {
        { "name", file.Name },
        { "services", Map(file.Services, Service) },
        { "networks", Map(file.Networks, Network) },
        { "volumes", Map(file.Volumes, TopLevelVolume) },
    };

    private static YamlMap Service(Service service) => new()
    {
        { "image", service.Image },
        { "pull_policy", service.PullPolicy },
        { "container_name", service.ContainerName },
        { "hostname", service.Hostname },
        { "entrypoint", List(service.Entrypoint) },
        { "command", List(service.Command) },
        { "working_dir", service.WorkingDir },
        { "user", service.User },
        { "env_file", List(service.EnvFile) },
        { "environment", Texts(service.Environment) },
        { "ports", List(service.Ports) },
        { "expose", List(service.Expose) },
        { "volumes", new YamlList(service.Volumes.Select(MountedVolume)).OrNothing },
        { "tmpfs", List(service.Tmpfs) },
        { "depends_on", Map(service.DependsOn, d => new YamlMap { { "condition", d.Condition } }) },
        { "healthcheck", service.Healthcheck is { } check ? Healthcheck(check) : null },
        { "deploy", service.Deploy is { } deploy ? Deploy(deploy) : null },
        { "restart", service.Restart },
        { "stop_grace_period", service.StopGracePeriod },
        { "stop_signal", service.StopSignal },
        { "init", Flag(service.Init) },
        { "read_only", Flag(service.ReadOnly) },
        { "cap_add", List(service.CapAdd) },
        { "cap_drop", List(service.CapDrop) },
        { "security_opt", List(service.SecurityOpt) },
        { "extra_hosts", Texts(service.ExtraHosts) },
        { "labels", Texts(service.Labels) },
        { "networks", List(service.Networks) },
    };

    private static YamlMap Healthcheck(Healthcheck check) => new()
    {
        { "test", List(check.Test) },
        { "interval", check.Interval },
        { "timeout", check.Timeout },
        { "retries", Number(check.Retries) },
        { "start_period", check.StartPeriod },
    };

    private static YamlMap Deploy(Deploy deploy) => new()
    {
        { "mode", deploy.Mode },
        { "replicas", Number(deploy.Replicas) },
        {
            "resources", deploy.Resources is { } resources
                ? new YamlMap { { "limits", Spec(resources.Limits) }, { "reservations", Spec(resources.Reservations) } }
                : null
        },
    };

    private static YamlMap? Spec(ResourceSpec? spec) => spec is null ? null : new YamlMap { { "cpus", spec.Cpus }, { "memory", spec.Memory } };

    private static YamlMap MountedVolume(Volume volume) => new()
    {
        { "type", volume.Type },
        { "source", volume.Source },
        { "target", volume.Target },
        { "read_only", Flag(volume.ReadOnly) },
    };

    private static YamlMap TopLevelVolume(Volume volume) => new()
    {
        { "driver", volume.Driver },
        { "driver_opts", Texts(volume.DriverOpts) },
        { "external", Flag(volume.External) },
        { "labels", Texts(volume.Labels) },
    };

    private static YamlMap Network(Network network) => new()
    {
        { "driver", network.Driver },
        { "driver_opts", Texts(network.DriverOpts) },
        { "external", Flag(network.External) },
        { "internal", Flag(network.Internal) },
        { "attachable", Flag(network.Attachable) },
        { "labels", Texts(network.Labels) },
    };

    private static YamlList? List(List<string> texts) => new YamlList(texts.Select(t => (YamlNode)t)).OrNothing;

    private static YamlMap? Texts(Dictionary<string, string> texts) => Map(texts, t => (YamlNode)t);

    private static YamlNode? Flag(bool? flag) => flag is { } known ? known : null;

    private static YamlNode? Number(int? number) => number is { } known ? known : null;

    private static YamlMap? Map<T>(Dictionary<string, T> entries, Func<T, YamlNode> write)
    {
        if (entries.Count == 0)
        {
            return null;
        }

        var map = new YamlMap();
        foreach (var (key, value) in entries)
        {
            map.Add(key, write(value));
        }

        return map;
    }
}
