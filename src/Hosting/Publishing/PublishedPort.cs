using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Publishing;

/// <summary>Where an endpoint is in a container.</summary>
/// <param name="ContainerPort">The port the process listens on.</param>
/// <param name="ExposedPort">The port others connect to.</param>
/// <param name="IsDefault">Nobody gave a port: the process listens where .NET images listen, and whoever deploys may change that.</param>
internal sealed record PublishedPort(EndpointAnnotation Endpoint, int ContainerPort, int ExposedPort, bool IsDefault)
{
    /// <summary>Where ASP.NET Core images listen since .NET 8.</summary>
    private const int DefaultHttpPort = 8080;

    private const int DefaultHttpsPort = 8443;

    private const int FirstFreePort = 8000;

    public bool IsHttp => Endpoint.UriScheme == "http";

    /// <exception cref="DistributedApplicationException">Two endpoints would be reached at one port.</exception>
    public static IReadOnlyList<PublishedPort> Of(IResource resource)
    {
        var endpoints = resource.Annotations.OfType<EndpointAnnotation>().ToList();
        var taken = endpoints.Select(e => e.TargetPort).OfType<int>().Concat(endpoints.Select(e => e.Port).OfType<int>()).ToHashSet();
        var ports = new List<PublishedPort>();
        foreach (var endpoint in endpoints)
        {
            var port = Place(endpoint, resource, ports, taken);
            if (ports.Find(p => p.ExposedPort == port.ExposedPort && p.Endpoint.Protocol == endpoint.Protocol) is { } other)
            {
                throw new DistributedApplicationException(
                    $"The endpoints '{other.Endpoint.Name}' and '{endpoint.Name}' of '{resource.Name}' are both published at port {port.ExposedPort}. "
                    + "Give one of them another port.");
            }

            taken.Add(port.ContainerPort);
            ports.Add(port);
        }

        return ports;
    }

    private static PublishedPort Place(EndpointAnnotation endpoint, IResource resource, List<PublishedPort> earlier, HashSet<int> taken)
    {
        int? byDefault = resource is not ProjectResource || earlier.Exists(p => p.IsDefault && p.Endpoint.UriScheme == endpoint.UriScheme)
            ? null
            : endpoint.UriScheme switch { "http" => DefaultHttpPort, "https" => DefaultHttpsPort, _ => null };
        var isDefault = endpoint.TargetPort is null && byDefault is not null;
        var container = endpoint.TargetPort ?? byDefault ?? endpoint.Port ?? Enumerable.Range(FirstFreePort, 1000).First(p => !taken.Contains(p));
        return new PublishedPort(endpoint, container, endpoint.Port ?? container, isDefault);
    }
}
