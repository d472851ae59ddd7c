namespace Aspire.Hosting.Dashboard.Telemetry;

/// <summary>Who has sent something. The same process is one object, whichever request it is read from.</summary>
internal sealed class ResourceTable(TelemetryChanges changes)
{
    /// <summary>More than any model has; a sender that invents a new name each time must not fill the memory.</summary>
    public const int Most = 1000;

    private readonly Lock _lock = new();
    private readonly Dictionary<TelemetryResource, TelemetryResource> _known = [];
    private readonly Queue<TelemetryResource> _order = [];

    public TelemetryResource Share(TelemetryResource resource)
    {
        lock (_lock)
        {
            if (_known.TryGetValue(resource, out var known))
                return known;

            if (_known.Count == Most)
                _known.Remove(_order.Dequeue());
            _known.Add(resource, resource);
            _order.Enqueue(resource);
        }

        changes.Report(TelemetryKinds.Resources);
        return resource;
    }

    public IReadOnlyList<TelemetryResource> All()
    {
        lock (_lock)
            return [.. _known.Keys.OrderBy(static r => r.Name, StringComparer.OrdinalIgnoreCase).ThenBy(static r => r.InstanceId, StringComparer.OrdinalIgnoreCase)];
    }
}
