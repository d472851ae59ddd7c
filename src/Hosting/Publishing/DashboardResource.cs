using System.Net.Sockets;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Publishing;

/// <summary>The Aspire dashboard as a container of an environment: its page on 18888, telemetry in on 18889 (gRPC).</summary>
internal sealed class DashboardResource : Resource, IComputeResource, IResourceWithEndpoints
{
    private const string Telemetry = "otlp-grpc";

    public DashboardResource(IComputeEnvironmentResource environment) : base($"{environment.Name}-dashboard")
    {
        Annotations.Add(new RemoteImageNameAnnotation("mcr.microsoft.com/dotnet/aspire-dashboard"));
        Annotations.Add(new RemoteImageTagAnnotation("9.5"));
        Annotations.Add(new EndpointAnnotation(ProtocolType.Tcp, "http", targetPort: 18888, isExternal: true));
        Annotations.Add(new EndpointAnnotation(ProtocolType.Tcp, "http", name: Telemetry, targetPort: 18889));
    }

    /// <summary>What a service is told so that its telemetry comes here.</summary>
    public IReadOnlyDictionary<string, object> VariablesOf(IResource resource) => new Dictionary<string, object>
    {
        ["OTEL_EXPORTER_OTLP_ENDPOINT"] = new EndpointReference(this, Telemetry),
        ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "grpc",
        ["OTEL_SERVICE_NAME"] = resource.Name,
    };
}
