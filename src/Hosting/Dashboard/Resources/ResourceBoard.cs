using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Dashboard.Resources;

/// <summary>All resources as they stand, once for all pages that show them.</summary>
internal sealed class ResourceBoard(DistributedApplicationModel model, ResourceNotificationService notifications) : BackgroundService
{
    /// <summary>How soon a change is shown: many at a time are one change to a person.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(50);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, ResourceEvent> _current = new(StringComparer.OrdinalIgnoreCase);
    private int _isTelling;

    public event Action? Changed;

    /// <summary>What runs as processes, in the order of the model.</summary>
    public IReadOnlyList<ResourceGroup> Groups => [.. Of(r => r is not ParameterResource)];

    public IReadOnlyList<ResourceGroup> Parameters => [.. Of(r => r is ParameterResource)];

    /// <param name="id">A resource's name, or a replica's.</param>
    public ResourceEvent? Find(string? id)
    {
        lock (_gate)
        {
            return id is not null && _current.TryGetValue(id, out var known) ? known : null;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var change in notifications.WatchAsync(stoppingToken))
        {
            lock (_gate)
            {
                _current[change.ResourceId] = change;
            }

            if (Interlocked.Exchange(ref _isTelling, 1) == 0)
            {
                _ = TellAsync(stoppingToken);
            }
        }
    }

    private async Task TellAsync(CancellationToken stop)
    {
        await Task.Delay(Settling, stop);
        Volatile.Write(ref _isTelling, 0);
        Changed?.Invoke();
    }

    private IEnumerable<ResourceGroup> Of(Func<IResource, bool> kind)
    {
        ILookup<IResource, ResourceEvent> replicas;
        lock (_gate)
        {
            replicas = _current.Values.ToLookup(e => e.Resource);
        }

        return model.Resources.Where(r => kind(r) && replicas.Contains(r))
            .Select(r => new ResourceGroup(r, [.. replicas[r].Where(e => e.Snapshot.State?.Text != KnownResourceStates.Hidden).OrderBy(e => e.ResourceId.Length).ThenBy(e => e.ResourceId, StringComparer.Ordinal)]))
            .Where(g => g.Replicas.Length > 0);
    }
}
