using System.Diagnostics.CodeAnalysis;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>How resources are started, shown and published.</summary>
public static partial class ResourceBuilderExtensions
{
    /// <summary>The resource is started by a command, not with the application.</summary>
    public static IResourceBuilder<T> WithExplicitStart<T>(this IResourceBuilder<T> builder) where T : IResource =>
        builder.WithAnnotation(new ExplicitStartupAnnotation(), ResourceAnnotationMutationBehavior.Replace);

    public static IResourceBuilder<T> ExcludeFromManifest<T>(this IResourceBuilder<T> builder) where T : IResource =>
        builder.WithAnnotation(new ExcludeFromManifestAnnotation(), ResourceAnnotationMutationBehavior.Replace);

    public static IResourceBuilder<T> WithIconName<T>(this IResourceBuilder<T> builder, string iconName, IconVariant iconVariant = IconVariant.Filled)
        where T : IResource => builder.WithAnnotation(new ResourceIconAnnotation(iconName, iconVariant), ResourceAnnotationMutationBehavior.Replace);

    public static IResourceBuilder<T> WithUrl<T>(this IResourceBuilder<T> builder, string url, string? displayText = null) where T : IResource =>
        builder.WithAnnotation(new ResourceUrlAnnotation { Url = url, DisplayText = displayText });

    /// <summary>Changes the link that is shown for an endpoint.</summary>
    public static IResourceBuilder<T> WithUrlForEndpoint<T>(this IResourceBuilder<T> builder, string endpointName, Action<ResourceUrlAnnotation> callback)
        where T : IResource => builder.WithAnnotation(new ResourceUrlCallbackAnnotation(endpointName, callback));

    /// <summary>Picks the environment that the resource is published to; the last one wins.</summary>
    public static IResourceBuilder<T> WithComputeEnvironment<T>(
        this IResourceBuilder<T> builder, IResourceBuilder<IComputeEnvironmentResource> computeEnvironmentResource)
        where T : IComputeResource =>
        builder.WithAnnotation(new ComputeEnvironmentAnnotation(computeEnvironmentResource.Resource), ResourceAnnotationMutationBehavior.Replace);

    [Experimental("ASPIREPIPELINES003")]
    public static IResourceBuilder<T> WithRemoteImageName<T>(this IResourceBuilder<T> builder, string remoteImageName) where T : IComputeResource =>
        builder.WithAnnotation(new RemoteImageNameAnnotation(remoteImageName), ResourceAnnotationMutationBehavior.Replace);

    [Experimental("ASPIREPIPELINES003")]
    public static IResourceBuilder<T> WithRemoteImageTag<T>(this IResourceBuilder<T> builder, string remoteImageTag) where T : IComputeResource =>
        builder.WithAnnotation(new RemoteImageTagAnnotation(remoteImageTag), ResourceAnnotationMutationBehavior.Replace);
}
