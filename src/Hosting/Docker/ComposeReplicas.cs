using Aspire.Hosting.Docker.Resources.ComposeNodes;

namespace Aspire.Hosting.Docker;

/// <summary>
/// One port of the host and several containers: only one of them could bind it, and the others would not start. A proxy binds it instead and passes
/// each connection on to one of them, whichever the engine's name service gives.
/// </summary>
internal static class ComposeReplicas
{
    private const string Image = "docker.io/library/caddy:2.10.0-alpine";

    /// <summary>The proxies of a service that has several containers and ports of the host; it gives those ports up to them.</summary>
    /// <exception cref="DistributedApplicationException">One of the ports is not HTTP.</exception>
    public static IReadOnlyList<Service> ShareHostPorts(Service service, IReadOnlyCollection<string> httpPorts, ComposeVariables variables)
    {
        var shared = service.Deploy?.Replicas > 1 ? service.Ports.Where(p => p.Contains(':', StringComparison.Ordinal)).ToList() : [];
        var proxies = new List<Service>();
        foreach (var mapping in shared)
        {
            var container = mapping[(mapping.LastIndexOf(':') + 1)..];
            if (!httpPorts.Contains(container))
            {
                throw new DistributedApplicationException(
                    $"'{service.Name}' has {service.Deploy!.Replicas} replicas and the host's port {mapping}, which is not HTTP: only one of them could have it. "
                    + "Leave out the port, or publish one replica.");
            }

            service.Ports.Remove(mapping);
            service.Expose.Add(container);
            proxies.Add(Proxy(service, mapping, container, shared.Count == 1 ? "proxy" : $"proxy-{proxies.Count + 1}", variables));
        }

        return proxies;
    }

    private static Service Proxy(Service service, string mapping, string container, string suffix, ComposeVariables variables) => new()
    {
        Name = $"{service.Name}-{suffix}",
        Image = variables.Image($"{service.Name}-proxy", Image, $"The image of the proxy that shares the host's port among the replicas of {service.Name}."),
        Command = ["caddy", "reverse-proxy", "--from", $":{container}", "--to", $"{service.Name}:{container}"],
        Ports = [mapping],
        DependsOn = { [service.Name] = new ServiceDependency { Condition = ComposeDependencies.Ready(service) } },
        Restart = "unless-stopped",
        Networks = [.. service.Networks],
    };
}
