using Aspire.Hosting.Dashboard.Otlp.Protocol;
using Aspire.Hosting.Dashboard.Telemetry;

namespace Aspire.Hosting.Dashboard.Otlp;

/// <summary>Who sent, and which part of it: each the same object for all its records.</summary>
internal sealed class SourceReader(AttributeReader attributes, ResourceTable resources)
{
    private const int MostScopes = 5000;

    private readonly Shared<InstrumentationScope> _scopes = new(MostScopes);

    public TelemetryResource Resource(Resource? resource) =>
        resources.Share(resource is null ? TelemetryResource.Unknown : TelemetryResource.Create(attributes.Read(resource.Attributes)));

    public InstrumentationScope Scope(Scope? scope) => scope is null ? InstrumentationScope.Unnamed
        : _scopes.Share(new InstrumentationScope(attributes.Text(scope.Name), attributes.Text(scope.Version), attributes.Read(scope.Attributes)));
}
