using System.Net.Sockets;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Configuration;

namespace Aspire.Hosting.Running;

/// <summary>Gives every endpoint its address before anything starts, so that resources can name each other in any order.</summary>
internal sealed class EndpointAllocator(IConfiguration configuration)
{
    /// <summary>The official key: tests set it, so that any number of applications run side by side.</summary>
    public const string RandomizePortsKey = "DcpPublisher:RandomizePorts";

    /// <returns>The port that the proxy of the endpoint listens on; null for an endpoint without a proxy.</returns>
    /// <exception cref="DistributedApplicationException">The port is taken, or the endpoint cannot be run as it is modelled.</exception>
    public LoopbackPort? Allocate(IResource resource, EndpointAnnotation endpoint, int replicas)
    {
        Validate(resource, endpoint, replicas);
        if (!IsProxied(endpoint))
        {
            if (endpoint.TargetPort is null)
            {
                using var free = LoopbackPort.Reserve();
                endpoint.TargetPort = free.Number;
            }

            endpoint.AllocatedEndpoint = new AllocatedEndpoint(endpoint, endpoint.TargetHost, endpoint.Port ?? endpoint.TargetPort.Value);
            return null;
        }

        var port = Bind(resource, endpoint);
        endpoint.AllocatedEndpoint = new AllocatedEndpoint(endpoint, endpoint.TargetHost, port.Number);
        return port;
    }

    /// <summary>Datagrams have no connections to balance: their process listens itself.</summary>
    public static bool IsProxied(EndpointAnnotation endpoint) => endpoint.IsProxied && endpoint.Protocol == ProtocolType.Tcp;

    private static void Validate(IResource resource, EndpointAnnotation endpoint, int replicas)
    {
        if (replicas > 1 && (endpoint.TargetPort is not null || !IsProxied(endpoint)))
        {
            throw new DistributedApplicationException(
                $"'{resource.Name}' has {replicas} replicas, and its endpoint '{endpoint.Name}' a fixed port for all of them. "
                + "Leave out targetPort and isProxied: false, so that each replica gets a port of its own.");
        }

        if (IsProxied(endpoint) && endpoint.Port is { } port && port == endpoint.TargetPort)
        {
            throw new DistributedApplicationException(
                $"The proxy and the process of the endpoint '{endpoint.Name}' of '{resource.Name}' cannot both listen on port {port}. "
                + "Leave out targetPort, or the proxy with isProxied: false.");
        }
    }

    private LoopbackPort Bind(IResource resource, EndpointAnnotation endpoint)
    {
        var wanted = configuration.GetValue<bool>(RandomizePortsKey) ? null : endpoint.Port;
        try
        {
            return LoopbackPort.Listen(wanted);
        }
        catch (SocketException exception)
        {
            throw new DistributedApplicationException(Explain(resource, endpoint, wanted, exception), exception);
        }
    }

    private static string Explain(IResource resource, EndpointAnnotation endpoint, int? port, SocketException exception)
    {
        var whose = $"of the endpoint '{endpoint.Name}' of '{resource.Name}'";
        return exception.SocketErrorCode switch
        {
            SocketError.AddressAlreadyInUse when PortHolder.Find(port ?? 0) is { } holder =>
                $"Port {port} {whose} is in use by {holder}. Stop that process, or give the endpoint another port.",
            SocketError.AddressAlreadyInUse => $"Port {port} {whose} is in use by another process. Stop that process, or give the endpoint another port.",
            SocketError.AccessDenied => $"Port {port} {whose} is not for ordinary users. Give the endpoint a port from 1024 to 65535.",
            _ => $"Port {port} {whose} could not be opened: {exception.Message}",
        };
    }
}
