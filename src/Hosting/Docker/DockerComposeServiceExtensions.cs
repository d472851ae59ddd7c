using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Docker;
using Aspire.Hosting.Docker.Resources.ComposeNodes;

namespace Aspire.Hosting;

/// <summary>Changes what is published to Compose.</summary>
public static class DockerComposeServiceExtensions
{
    /// <summary>
    /// Changes the service that is published: a health check by the program itself, limits, a read-only file system. It plays no part when the
    /// application runs or is published elsewhere.
    /// </summary>
    public static IResourceBuilder<T> PublishAsDockerComposeService<T>(
        this IResourceBuilder<T> builder, Action<DockerComposeServiceResource, Service> configure) where T : IComputeResource =>
        builder.ApplicationBuilder.ExecutionContext.IsRunMode
            ? builder
            : builder.WithAnnotation(new DockerComposeServiceCustomizationAnnotation(configure));

    /// <summary>The variable of <c>.env</c> that holds the parameter, such as <c>${LOG_LEVEL}</c>; from here on <c>.env</c> has it.</summary>
    public static string AsEnvironmentPlaceholder(
        this IResourceBuilder<ParameterResource> builder, DockerComposeServiceResource dockerComposeService) =>
        builder.Resource.AsEnvironmentPlaceholder(dockerComposeService);

    public static string AsEnvironmentPlaceholder(this ParameterResource parameter, DockerComposeServiceResource dockerComposeService)
    {
        ArgumentNullException.ThrowIfNull(dockerComposeService);
        return dockerComposeService.Parent.Variables.Parameter(parameter);
    }
}
