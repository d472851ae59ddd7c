using System.Globalization;

namespace RegressionAnalyzer.AppHost.Deployment;

/// <summary>The one port that the service is reached on, everywhere.</summary>
internal static class ServicePort
{
    /// <summary>
    /// Published, the container listens on the port itself. Run, a proxy listens there, or on the setting <c>Port</c>, and each replica gets a free
    /// port behind it: two processes of one machine cannot share one.
    /// </summary>
    public static IResourceBuilder<ProjectResource> WithServicePort(this IResourceBuilder<ProjectResource> project, int port) =>
        project.ApplicationBuilder.ExecutionContext.IsPublishMode
            ? project.WithHttpEndpoint(port: port, targetPort: port)
            : project.WithHttpEndpoint(port: LocalPort(project.ApplicationBuilder.Configuration["Port"], port));

    /// <returns>Null for any free port.</returns>
    private static int? LocalPort(string? setting, int port) => setting switch
    {
        null => port,
        "0" => null,
        _ when ushort.TryParse(setting, NumberStyles.None, CultureInfo.InvariantCulture, out var local) => local,
        _ => throw new DistributedApplicationException($"The setting Port is '{setting}'; it can be 1 to 65535, or 0 for any free port."),
    };
}
