using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Publishing;

namespace Aspire.Hosting.Docker;

/// <summary>Writes values of the model as strings of a Compose file.</summary>
internal sealed class ComposeTextWriter(ComposeVariables variables, IReadOnlyList<IResource> members)
{
    private readonly Dictionary<IResource, IReadOnlyList<PublishedPort>> _ports = members.ToDictionary(m => m, PublishedPort.Of);

    public IReadOnlyList<PublishedPort> Ports(IResource resource) => _ports[resource];

    /// <param name="where">Names the variable or argument in errors.</param>
    public string Write(object? value, string where) => string.Concat(ValuePiece.Of(value, where).Select(piece => piece switch
    {
        ParameterPiece { Parameter: var parameter } => variables.Parameter(parameter),
        EndpointPiece { Endpoint: var endpoint, Property: var property } => Address(endpoint, where)[property],
        LiteralPiece { Text: var text } => Escape(text),
        _ => throw new InvalidOperationException($"{piece} has no place in a Compose file."),
    }));

    /// <summary>The port in the container; a port nobody gave is a variable.</summary>
    public string ContainerPort(IResource resource, PublishedPort port) => port.IsDefault
        ? variables.Port(resource, port.IsHttp ? "_PORT" : $"_{port.Endpoint.Name.Replace('-', '_').ToUpperInvariant()}_PORT", port.ContainerPort)
        : FormattableString.Invariant($"{port.ContainerPort}");

    public static string ServiceName(IResource resource) => resource.Name.ToLowerInvariant();

    private static string Escape(string text) => text.Replace("$", "$$", StringComparison.Ordinal);

    /// <summary>Services reach each other at the port in the container: the host's port is the host's.</summary>
    private EndpointAddress Address(EndpointReference reference, string where)
    {
        var annotation = reference.EndpointAnnotation;
        if (!_ports.TryGetValue(reference.Resource, out var ports))
        {
            throw new DistributedApplicationException(
                $"{where} needs the endpoint '{reference.EndpointName}' of '{reference.Resource.Name}', which is not published to the same environment.");
        }

        var port = ContainerPort(reference.Resource, ports.First(p => ReferenceEquals(p.Endpoint, annotation)));
        return new EndpointAddress(annotation.UriScheme, ServiceName(reference.Resource), port, port);
    }
}
