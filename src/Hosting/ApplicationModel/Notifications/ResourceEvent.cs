namespace Aspire.Hosting.ApplicationModel;

/// <summary>A resource, or one replica of it, has changed.</summary>
/// <param name="resourceId">The resource's name, or the replica's where it has several.</param>
public class ResourceEvent(IResource resource, string resourceId, CustomResourceSnapshot snapshot)
{
    public IResource Resource { get; } = resource;

    public string ResourceId { get; } = resourceId;

    public CustomResourceSnapshot Snapshot { get; } = snapshot;
}
