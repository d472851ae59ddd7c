namespace Aspire.Hosting.ApplicationModel;

/// <summary>A folder or volume that appears in the container's file system.</summary>
/// <param name="source">The volume's name or the folder's path; null for an anonymous volume.</param>
/// <param name="target">The absolute path in the container.</param>
public sealed class ContainerMountAnnotation(string? source, string target, ContainerMountType type, bool isReadOnly) : IResourceAnnotation
{
    public string? Source { get; } = source is not null || type == ContainerMountType.Volume
        ? source
        : throw new ArgumentNullException(nameof(source), "A bind mount needs the folder it binds.");

    public string Target { get; } = target ?? throw new ArgumentNullException(nameof(target));

    public ContainerMountType Type { get; } = type;

    public bool IsReadOnly { get; } = isReadOnly;
}

public enum ContainerMountType
{
    BindMount = 0,
    Volume = 1,
}
