using System.Text;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Publishing;

namespace Aspire.Hosting.Kubernetes;

/// <summary>A variable or argument as it stands in the chart.</summary>
/// <param name="IsExpression">Whether values take part in it, so that it must stand in a template.</param>
/// <param name="IsSecret">Whether a secret takes part in it.</param>
internal sealed record ChartText(string Text, bool IsExpression, bool IsSecret);

/// <summary>Writes values of the model as text and expressions of the chart.</summary>
internal sealed class ChartTextWriter(ChartValues values, IReadOnlyList<IResource> members)
{
    private readonly Dictionary<IResource, IReadOnlyList<PublishedPort>> _ports = members.ToDictionary(m => m, PublishedPort.Of);

    public IReadOnlyList<PublishedPort> Ports(IResource resource) => _ports[resource];

    /// <param name="where">Names the variable or argument in errors.</param>
    public ChartText Write(IResource user, object? value, string where) => Join(ValuePiece.Of(value, where).Select(p => Write(user, p, where)));

    /// <summary>
    /// An argument stands in the pod for everyone to see, so a secret in it is the name of a variable, which the kubelet fills in:
    /// <c>$(NAME)</c>. Other text that looks so is meant as it is.
    /// </summary>
    /// <param name="variableOf">Gives the name of the variable that holds a secret.</param>
    public ChartText WriteArgument(IResource user, object? value, string where, Func<ParameterResource, string> variableOf) =>
        Join(ValuePiece.Of(value, where).Select(piece => piece switch
        {
            ParameterPiece { Parameter: { Secret: true } secret } => new ChartText($"$({variableOf(secret)})", IsExpression: false, IsSecret: false),
            LiteralPiece { Text: var text } => new ChartText(text.Replace("$(", "$$(", StringComparison.Ordinal), IsExpression: false, IsSecret: false),
            _ => Write(user, piece, where),
        }));

    private static ChartText Join(IEnumerable<ChartText> parts)
    {
        var pieces = parts.ToList();
        var isExpression = pieces.Exists(p => p.IsExpression);
        var text = new StringBuilder();
        foreach (var piece in pieces)
        {
            text.Append(isExpression && !piece.IsExpression ? Escape(piece.Text) : piece.Text);
        }

        return new ChartText(text.ToString(), isExpression, pieces.Exists(p => p.IsSecret));
    }

    /// <summary>The port the container listens on; a port nobody gave is a value of the chart.</summary>
    public string ContainerPort(IResource resource, PublishedPort port) =>
        port.IsDefault ? $"{{{{ {PortPath(resource, port)} }}}}" : FormattableString.Invariant($"{port.ContainerPort}");

    /// <summary>The same as a number, for fields that take no string.</summary>
    public string ContainerPortNumber(IResource resource, PublishedPort port) =>
        port.IsDefault ? $"{{{{ {PortPath(resource, port)} | int }}}}" : FormattableString.Invariant($"{port.ContainerPort}");

    /// <summary>The port others connect to; where nobody gave one, it is the container's.</summary>
    public string ExposedPortNumber(IResource resource, PublishedPort port) =>
        port.Endpoint.Port is null ? ContainerPortNumber(resource, port) : FormattableString.Invariant($"{port.ExposedPort}");

    /// <summary>Text that a template shows as it is, braces and all.</summary>
    public static string Escape(string text) => text.Replace("{{", "{{ `{{` }}", StringComparison.Ordinal);

    private ChartText Write(IResource user, ValuePiece piece, string where) => piece switch
    {
        ParameterPiece { Parameter: var parameter } => new($"{{{{ {values.Parameter(user, parameter)} }}}}", IsExpression: true, parameter.Secret),
        EndpointPiece { Endpoint: var endpoint, Property: var property } => Write(endpoint, property, where),
        LiteralPiece { Text: var text } => new(text, IsExpression: false, IsSecret: false),
        _ => throw new InvalidOperationException($"{piece} has no place in a chart."),
    };

    private ChartText Write(EndpointReference reference, EndpointProperty property, string where)
    {
        var annotation = reference.EndpointAnnotation;
        if (!_ports.TryGetValue(reference.Resource, out var ports))
        {
            throw new DistributedApplicationException(
                $"{where} needs the endpoint '{reference.EndpointName}' of '{reference.Resource.Name}', which is not published to the same environment.");
        }

        var port = ports.First(p => ReferenceEquals(p.Endpoint, annotation));
        var container = ContainerPort(reference.Resource, port);
        var exposed = annotation.Port is null ? container : FormattableString.Invariant($"{port.ExposedPort}");
        var text = new EndpointAddress(annotation.UriScheme, ChartNames.Service(reference.Resource), exposed, container)[property];
        return new ChartText(text, text.Contains("{{", StringComparison.Ordinal), IsSecret: false);
    }

    private string PortPath(IResource resource, PublishedPort port) =>
        values.Parameter(resource, $"port_{port.Endpoint.Name}", FormattableString.Invariant($"{port.ContainerPort}"));
}
