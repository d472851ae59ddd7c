using Aspire.Hosting.Docker.Resources.ComposeNodes;
using Aspire.Hosting.Docker.Resources.ServiceNodes;
using Aspire.Hosting.Docker.Resources.ServiceNodes.Swarm;

namespace RegressionAnalyzer.AppHost.Deployment;

/// <summary>What the service is under Compose beyond what the publisher knows: the same image, limits and restrictions as on Kubernetes.</summary>
internal static class ComposeServiceExtensions
{
    /// <summary>The user that the image runs as (<c>ContainerUser</c> of <c>src/Api</c>), said here too so that the volumes become that user's.</summary>
    private const string User = "10001:10001";

    /// <summary>Only the proxy of the Compose file reaches the replicas: whom it forwards for is who asks, and has a rate limit of their own.</summary>
    private const string PrivateNetworks = "10.0.0.0/8,172.16.0.0/12,192.168.0.0/16";

    public static IResourceBuilder<ProjectResource> PublishForCompose(this IResourceBuilder<ProjectResource> project) =>
        project.PublishAsDockerComposeService((resource, service) =>
        {
            var annotations = project.Resource.Annotations;
            var image = annotations.OfType<ContainerImageAnnotation>().Last();
            var resources = annotations.OfType<ResourcesAnnotation>().Last().Settings;
            service.Image = $"{image.Repository.AsEnvironmentPlaceholder(resource)}:{image.Tag.AsEnvironmentPlaceholder(resource)}";
            service.Deploy ??= new Deploy();
            service.Deploy.Resources = new Resources
            {
                Limits = new ResourceSpec { Cpus = Cpus(resources.CpuLimit), Memory = Memory(resources.MemoryLimit) },
                Reservations = new ResourceSpec { Cpus = Cpus(resources.CpuRequest), Memory = Memory(resources.MemoryRequest) },
            };
            service.Healthcheck = HealthOf();
            service.Environment["Proxies__Networks"] = PrivateNetworks;
            Restrict(service);
        });

    /// <summary>The image has no shell and no curl: the program asks itself.</summary>
    private static Healthcheck HealthOf() => new()
    {
        Test = ["CMD", "/app/RegressionAnalyzer.Api", "healthcheck"],
        Interval = "10s",
        Timeout = "30s",
        StartPeriod = "60s",
        Retries = 3,
    };

    private static void Restrict(Service service)
    {
        service.User = User;
        service.ReadOnly = true;
        service.Tmpfs = ["/tmp"];
        service.CapDrop = ["ALL"];
        service.SecurityOpt = ["no-new-privileges:true"];
        service.StopGracePeriod = "45s";
    }

    /// <summary>Compose counts whole cores: <c>500m</c> is <c>0.5</c>.</summary>
    private static string Cpus(string quantity) =>
        quantity.EndsWith('m') ? FormattableString.Invariant($"{int.Parse(quantity.AsSpan(0, quantity.Length - 1), System.Globalization.CultureInfo.InvariantCulture) / 1000m:0.###}") : quantity;

    /// <summary>Compose's units are powers of 1024 and have no i: <c>2Gi</c> is <c>2g</c>.</summary>
    private static string Memory(string quantity) =>
        quantity.EndsWith('i') ? quantity[..^1].ToLowerInvariant() : throw new DistributedApplicationException($"Memory '{quantity}' is not in Mi or Gi, which Compose needs.");
}
