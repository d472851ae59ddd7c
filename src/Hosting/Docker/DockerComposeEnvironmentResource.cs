using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Docker;

/// <summary>A container engine to publish a Compose file for.</summary>
public sealed class DockerComposeEnvironmentResource(string name) : Resource(name), IComputeEnvironmentResource
{
    public string? DefaultNetworkName { get; set; }

    public bool BuildContainerImages { get; set; } = true;

    public bool DashboardEnabled { get; set; } = true;
}
