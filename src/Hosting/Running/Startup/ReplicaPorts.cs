using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Running;

/// <summary>The ports that one replica listens on, by endpoint, kept for it while it runs.</summary>
internal sealed class ReplicaPorts : IDisposable
{
    private readonly Dictionary<string, int> _ports = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<LoopbackPort> _reserved = [];

    /// <param name="resource">Its proxied endpoints without a fixed target port get a free one each.</param>
    public ReplicaPorts(IResource resource)
    {
        foreach (var endpoint in resource.Annotations.OfType<EndpointAnnotation>())
        {
            if (endpoint.TargetPort is { } fixedPort)
            {
                _ports[endpoint.Name] = fixedPort;
                continue;
            }

            var port = LoopbackPort.Reserve();
            _reserved.Add(port);
            _ports[endpoint.Name] = port.Number;
        }
    }

    public int this[string endpointName] => _ports[endpointName];

    /// <summary>For programs that may not share a bound port even with nobody listening: all but .NET's own.</summary>
    public void Release() => _reserved.ForEach(p => p.Dispose());

    public void Dispose() => Release();
}
