namespace Aspire.Hosting.Docker.Resources.ServiceNodes.Swarm;

/// <summary>How many containers of a service there are and how large they may grow.</summary>
public sealed class Deploy
{
    public string? Mode { get; set; }

    public int? Replicas { get; set; }

    public Resources? Resources { get; set; }
}

public sealed class Resources
{
    public ResourceSpec? Limits { get; set; }

    public ResourceSpec? Reservations { get; set; }
}

public sealed class ResourceSpec
{
    /// <summary>Cores, such as <c>0.5</c>.</summary>
    public string? Cpus { get; set; }

    /// <summary>Bytes with a unit, such as <c>512M</c>.</summary>
    public string? Memory { get; set; }
}
