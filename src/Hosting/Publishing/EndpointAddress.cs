using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Publishing;

/// <summary>Where another resource finds an endpoint; each part is text, or an expression of the environment that becomes text.</summary>
internal sealed record EndpointAddress(string Scheme, string Host, string Port, string TargetPort)
{
    public string this[EndpointProperty property] => property switch
    {
        EndpointProperty.Url => $"{Scheme}://{Host}:{Port}",
        EndpointProperty.Host or EndpointProperty.IPV4Host => Host,
        EndpointProperty.Port => Port,
        EndpointProperty.TargetPort => TargetPort,
        EndpointProperty.Scheme => Scheme,
        EndpointProperty.HostAndPort => $"{Host}:{Port}",
        EndpointProperty.TlsEnabled => Scheme == "https" ? bool.TrueString : bool.FalseString,
        _ => throw new InvalidOperationException($"There is no endpoint property '{property}'."),
    };
}
