using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Docker;

/// <summary>A resource as a service of a Compose file, while it is published.</summary>
public class DockerComposeServiceResource(string name, IResource resource, DockerComposeEnvironmentResource composeEnvironmentResource)
    : Resource(name), IResourceWithParent<DockerComposeEnvironmentResource>
{
    public DockerComposeEnvironmentResource Parent { get; } = composeEnvironmentResource;

    internal IResource TargetResource { get; } = resource;
}

/// <summary>Changes the service of a resource before it is written.</summary>
public sealed class DockerComposeServiceCustomizationAnnotation(Action<DockerComposeServiceResource, Resources.ComposeNodes.Service> configure)
    : IResourceAnnotation
{
    public Action<DockerComposeServiceResource, Resources.ComposeNodes.Service> Configure { get; } = configure ?? throw new ArgumentNullException(nameof(configure));
}
