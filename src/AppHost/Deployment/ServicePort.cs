namespace RegressionAnalyzer.AppHost.Deployment;

/// <summary>The one port that the service is reached on, everywhere.</summary>
internal static class ServicePort
{
    /// <summary>
    /// Published, the container listens on the port itself. Run, a proxy listens there and each replica gets a free port behind it: two processes of
    /// one machine cannot share one.
    /// </summary>
    public static IResourceBuilder<ProjectResource> WithServicePort(this IResourceBuilder<ProjectResource> project, int port) =>
        project.WithHttpEndpoint(port: port, targetPort: project.ApplicationBuilder.ExecutionContext.IsPublishMode ? port : null);
}
