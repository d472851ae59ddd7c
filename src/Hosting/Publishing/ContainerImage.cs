using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Publishing;

/// <summary>The image that a resource runs as: what the model says, or its own name, as <c>dotnet publish -t:PublishContainer</c> gives it.</summary>
internal static class ContainerImage
{
    public static string Of(IResource resource)
    {
        var name = resource.TryGetLastAnnotation<RemoteImageNameAnnotation>(out var remoteName) ? remoteName.Name : resource.Name.ToLowerInvariant();
        var tag = resource.TryGetLastAnnotation<RemoteImageTagAnnotation>(out var remoteTag) ? remoteTag.Tag : "latest";
        return $"{name}:{tag}";
    }
}
