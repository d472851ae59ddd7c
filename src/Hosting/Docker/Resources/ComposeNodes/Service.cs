using Aspire.Hosting.Docker.Resources.ServiceNodes;
using Aspire.Hosting.Docker.Resources.ServiceNodes.Swarm;

namespace Aspire.Hosting.Docker.Resources.ComposeNodes;

/// <summary>A service of a Compose file. In every string <c>$</c> begins a variable of <c>.env</c>; <c>$$</c> is the sign itself.</summary>
public sealed class Service : NamedComposeMember
{
    public string? Image { get; set; }

    public string? PullPolicy { get; set; }

    public string? ContainerName { get; set; }

    public string? Hostname { get; set; }

    public List<string> Command { get; set; } = [];

    public List<string> Entrypoint { get; set; } = [];

    public string? WorkingDir { get; set; }

    public string? User { get; set; }

    public Dictionary<string, string> Environment { get; set; } = [];

    public List<string> EnvFile { get; set; } = [];

    public List<string> Ports { get; set; } = [];

    public List<string> Expose { get; set; } = [];

    public List<Volume> Volumes { get; set; } = [];

    public List<string> Tmpfs { get; set; } = [];

    public Dictionary<string, ServiceDependency> DependsOn { get; set; } = [];

    public Healthcheck? Healthcheck { get; set; }

    public Deploy? Deploy { get; set; }

    public string? Restart { get; set; }

    public string? StopGracePeriod { get; set; }

    public string? StopSignal { get; set; }

    public bool? Init { get; set; }

    public bool? ReadOnly { get; set; }

    public List<string> CapAdd { get; set; } = [];

    public List<string> CapDrop { get; set; } = [];

    public List<string> SecurityOpt { get; set; } = [];

    public Dictionary<string, string> ExtraHosts { get; set; } = [];

    public Dictionary<string, string> Labels { get; set; } = [];

    public List<string> Networks { get; set; } = [];

    public Service AddVolume(Volume volume)
    {
        Volumes.Add(volume);
        return this;
    }

    public Service AddVolumes(IEnumerable<Volume> volumes)
    {
        Volumes.AddRange(volumes);
        return this;
    }

    /// <summary>A value of null adds nothing.</summary>
    public Service AddEnvironmentalVariable(string key, string? value)
    {
        if (value is not null)
        {
            Environment[key] = value;
        }

        return this;
    }
}
