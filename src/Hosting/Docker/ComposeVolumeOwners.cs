using Aspire.Hosting.Docker.Resources.ComposeNodes;
using Aspire.Hosting.Docker.Resources.ServiceNodes;

namespace Aspire.Hosting.Docker;

/// <summary>
/// A new volume belongs to root unless the image has the folder: a service that says it runs as another user could not write to its own. A job that
/// ends at once gives its volumes to that user before it starts; Kubernetes does the same by <c>fsGroup</c>.
/// </summary>
internal static class ComposeVolumeOwners
{
    /// <summary>Has <c>chown</c>, which the image of a service need not have.</summary>
    private const string Image = "docker.io/library/busybox:1.37.0";

    /// <summary>The job, which the service now waits for; null for a service that needs none.</summary>
    public static Service? JobFor(Service service, ComposeVariables variables)
    {
        List<Volume> volumes = [.. service.Volumes.Where(v => v is { Type: "volume", Source: not null, ReadOnly: not true })];
        if (service.User is not { Length: > 0 } user || volumes.Count == 0)
        {
            return null;
        }

        var job = new Service
        {
            Name = $"{service.Name}-volumes",
            Image = variables.Image($"{service.Name}-volumes", Image, $"The image of the job that gives the volumes of {service.Name} to its user."),
            Command = ["chown", user, .. volumes.Select(v => v.Target!)],
            User = "0:0",
            Volumes = volumes,
            Restart = "no",
            ReadOnly = true,
            CapDrop = ["ALL"],
            CapAdd = ["CHOWN"],
            SecurityOpt = ["no-new-privileges:true"],
            Networks = [.. service.Networks],
        };
        service.DependsOn[job.Name] = new ServiceDependency { Condition = "service_completed_successfully" };
        return job;
    }
}
