using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Docker.Resources.ComposeNodes;
using Aspire.Hosting.Docker.Resources.ServiceNodes;
using Aspire.Hosting.Docker.Resources.ServiceNodes.Swarm;
using Aspire.Hosting.Publishing;

namespace Aspire.Hosting.Docker;

/// <summary>Makes a service of a resource.</summary>
internal sealed class ComposeServiceBuilder(
    DockerComposeEnvironmentResource environment, ComposeTextWriter text, DashboardResource? dashboard, DistributedApplicationExecutionContext executionContext)
{
    public async Task<Service> BuildAsync(IResource resource, CancellationToken cancellationToken)
    {
        var service = new Service
        {
            Name = ComposeTextWriter.ServiceName(resource),
            Image = environment.Variables.Image(resource, ContainerImage.Of(resource)),
            Restart = "unless-stopped",
            Networks = [ComposePublisher.NetworkOf(environment)],
            Deploy = resource.GetReplicaCount() is > 1 and var replicas ? new Deploy { Replicas = replicas } : null,
            Volumes = Mounts(resource),
        };
        var ports = text.Ports(resource);
        foreach (var (name, value) in await PublishedVariables.CollectAsync(resource, ports, dashboard, executionContext, cancellationToken))
        {
            service.Environment[name] = text.Write(value, $"The variable {name} of '{resource.Name}'");
        }

        foreach (var argument in await resource.CollectArgumentsAsync(executionContext, cancellationToken))
        {
            service.Command.Add(text.Write(argument, $"The argument {service.Command.Count + 1} of '{resource.Name}'"));
        }

        AddPorts(service, resource, ports);
        foreach (var customization in resource.Annotations.OfType<DockerComposeServiceCustomizationAnnotation>())
        {
            customization.Configure(new DockerComposeServiceResource(resource.Name, resource, environment), service);
        }

        return service;
    }

    /// <summary>External endpoints are ports of the host, at the port the model says; the others are for the services only.</summary>
    private void AddPorts(Service service, IResource resource, IReadOnlyList<PublishedPort> ports)
    {
        foreach (var port in ports)
        {
            var container = text.ContainerPort(resource, port);
            var protocol = port.Endpoint.Protocol == System.Net.Sockets.ProtocolType.Udp ? "/udp" : "";
            if (!port.Endpoint.IsExternal)
            {
                service.Expose.Add(container + protocol);
            }
            else
            {
                service.Ports.Add(port.Endpoint.Port is { } host ? FormattableString.Invariant($"{host}:{container}{protocol}") : container + protocol);
            }
        }
    }

    private List<Volume> Mounts(IResource resource)
    {
        var mounts = new List<Volume>();
        var binds = 0;
        foreach (var mount in resource.Annotations.OfType<ContainerMountAnnotation>())
        {
            var isBind = mount.Type == ContainerMountType.BindMount;
            mounts.Add(new Volume
            {
                Name = mount.Source ?? mount.Target,
                Type = isBind ? "bind" : "volume",
                Source = isBind ? environment.Variables.BindMount(resource, binds++, mount) : mount.Source,
                Target = mount.Target,
                ReadOnly = mount.IsReadOnly,
            });
        }

        return mounts;
    }
}
