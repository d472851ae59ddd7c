using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Docker.Resources;

namespace Aspire.Hosting.Docker;

/// <summary>A container engine to publish a Compose file for.</summary>
public sealed class DockerComposeEnvironmentResource(string name) : Resource(name), IComputeEnvironmentResource
{
    /// <summary><c>aspire</c> when not given.</summary>
    public string? DefaultNetworkName { get; set; }

    public bool BuildContainerImages { get; set; } = true;

    /// <summary>Whether the Aspire dashboard is one of the services, and every project sends its telemetry there.</summary>
    public bool DashboardEnabled { get; set; } = true;

    internal List<Action<ComposeFile>> Configurations { get; } = [];

    /// <summary>What <c>.env</c> holds, as far as publishing has come.</summary>
    internal ComposeVariables Variables { get; set; } = new();
}
