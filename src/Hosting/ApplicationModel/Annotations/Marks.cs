namespace Aspire.Hosting.ApplicationModel;

/// <summary>The resource is not started with the application, only by a command.</summary>
public sealed class ExplicitStartupAnnotation : IResourceAnnotation;

/// <summary>Keeps a resource out of everything that is published.</summary>
internal sealed class ExcludeFromManifestAnnotation : IResourceAnnotation;

/// <summary>The environment the resource is published to.</summary>
internal sealed record ComputeEnvironmentAnnotation(IComputeEnvironmentResource ComputeEnvironment) : IResourceAnnotation;

/// <summary>The image's name in a registry, without the tag.</summary>
internal sealed record RemoteImageNameAnnotation(string Name) : IResourceAnnotation;

internal sealed record RemoteImageTagAnnotation(string Tag) : IResourceAnnotation;

/// <summary>How the dashboard relates two resources.</summary>
public sealed class ResourceRelationshipAnnotation(IResource resource, string type) : IResourceAnnotation
{
    public IResource Resource { get; } = resource;

    public string Type { get; } = type;
}

public sealed class ResourceIconAnnotation(string iconName, IconVariant iconVariant = IconVariant.Filled) : IResourceAnnotation
{
    public string IconName { get; } = iconName;

    public IconVariant IconVariant { get; } = iconVariant;
}

public enum IconVariant
{
    Regular = 0,
    Filled = 1,
}

/// <summary>A link shown for the resource.</summary>
public sealed class ResourceUrlAnnotation : IResourceAnnotation
{
    public required string Url { get; set; }

    public string? DisplayText { get; set; }

    public EndpointReference? Endpoint { get; init; }
}

internal sealed record ResourceUrlCallbackAnnotation(string EndpointName, Action<ResourceUrlAnnotation> Callback) : IResourceAnnotation;
