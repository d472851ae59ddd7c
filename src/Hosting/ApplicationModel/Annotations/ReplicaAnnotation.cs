namespace Aspire.Hosting.ApplicationModel;

/// <summary>How many processes of the resource run.</summary>
public sealed class ReplicaAnnotation(int replicas = 1) : IResourceAnnotation
{
    public int Replicas { get; } = replicas > 0
        ? replicas
        : throw new ArgumentOutOfRangeException(nameof(replicas), replicas, "A resource has at least one replica.");
}
