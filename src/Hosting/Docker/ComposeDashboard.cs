using Aspire.Hosting.Docker.Resources.ComposeNodes;

namespace Aspire.Hosting.Docker;

/// <summary>The Aspire dashboard as a service: telemetry in on 18889, its page on 18888 at a port of the host that the engine picks.</summary>
internal static class ComposeDashboard
{
    private const string Image = "mcr.microsoft.com/dotnet/aspire-dashboard:9.5";

    public static string TelemetryAddress(DockerComposeEnvironmentResource environment) => $"http://{Name(environment)}:18889";

    public static Service Of(DockerComposeEnvironmentResource environment) => new()
    {
        Name = Name(environment),
        Image = environment.Variables.Image(Name(environment), Image, "The image of the Aspire dashboard."),
        Ports = ["18888"],
        Expose = ["18889"],
        Restart = "unless-stopped",
        Networks = [ComposePublisher.NetworkOf(environment)],
    };

    private static string Name(DockerComposeEnvironmentResource environment) => $"{environment.Name.ToLowerInvariant()}-dashboard";
}
