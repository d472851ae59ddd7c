using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>How every resource stands, now and as it changes.</summary>
/// <param name="loggers">Where the last lines of a resource that fails are found.</param>
/// <param name="services">What commands may ask when they say whether they make sense.</param>
public class ResourceNotificationService(ResourceLoggerService? loggers = null, IServiceProvider? services = null)
{
    private const int ShownLines = 20;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, ResourceEvent> _current = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<Channel<ResourceEvent>> _watchers = [];

    /// <summary>Changes a resource that has one process or none.</summary>
    public Task PublishUpdateAsync(IResource resource, Func<CustomResourceSnapshot, CustomResourceSnapshot> stateFactory) =>
        PublishUpdateAsync(resource, resource.Name, stateFactory);

    /// <summary>Changes one replica of a resource.</summary>
    public Task PublishUpdateAsync(IResource resource, string resourceId, Func<CustomResourceSnapshot, CustomResourceSnapshot> stateFactory)
    {
        ArgumentNullException.ThrowIfNull(resource);
        ArgumentNullException.ThrowIfNull(stateFactory);
        lock (_gate)
        {
            var previous = _current.TryGetValue(resourceId, out var known) ? known.Snapshot : Initial(resource);
            var change = new ResourceEvent(resource, resourceId, WithCommands(resource, stateFactory(previous)));
            _current[resourceId] = change;
            foreach (var watcher in _watchers)
            {
                watcher.Writer.TryWrite(change);
            }
        }

        return Task.CompletedTask;
    }

    public bool TryGetCurrentState(string resourceId, [NotNullWhen(true)] out ResourceEvent? resourceEvent)
    {
        lock (_gate)
        {
            return _current.TryGetValue(resourceId, out resourceEvent);
        }
    }

    /// <summary>Every resource and replica as it stands, then every change, until cancelled.</summary>
    public async IAsyncEnumerable<ResourceEvent> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var channel = Channel.CreateUnbounded<ResourceEvent>(new UnboundedChannelOptions { SingleReader = true });
        lock (_gate)
        {
            foreach (var known in _current.Values)
            {
                channel.Writer.TryWrite(known);
            }

            _watchers.Add(channel);
        }

        try
        {
            await foreach (var change in channel.Reader.ReadAllAsync(cancellationToken))
            {
                yield return change;
            }
        }
        finally
        {
            lock (_gate)
            {
                _watchers.Remove(channel);
            }
        }
    }

    /// <summary>Waits until every replica has the state, <see cref="KnownResourceStates.Running"/> when none is given.</summary>
    public Task WaitForResourceAsync(string resourceName, string? targetState = null, CancellationToken cancellationToken = default) =>
        WaitForResourceAsync(resourceName, [targetState ?? KnownResourceStates.Running], cancellationToken);

    /// <summary>Waits until every replica has one of the states, and says which.</summary>
    public async Task<string> WaitForResourceAsync(string resourceName, IEnumerable<string> targetStates, CancellationToken cancellationToken = default)
    {
        var wanted = targetStates.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var replicas = await WaitForEveryReplicaAsync(
            resourceName, e => e.Snapshot.State is { } s && wanted.Contains(s.Text), $"'{resourceName}' did not become {string.Join(" or ", wanted)}", cancellationToken);
        return replicas[^1].Snapshot.State!.Text;
    }

    /// <summary>Waits until one change fits.</summary>
    public async Task<ResourceEvent> WaitForResourceAsync(
        string resourceName, Func<ResourceEvent, bool> predicate, CancellationToken cancellationToken = default)
    {
        await foreach (var change in WatchAsync(cancellationToken))
        {
            if (IsOf(change, resourceName) && predicate(change))
            {
                return change;
            }
        }

        throw new OperationCanceledException(cancellationToken);
    }

    /// <summary>Waits until every replica runs and is healthy.</summary>
    /// <exception cref="DistributedApplicationException">It ended, and will not become healthy any more; its last lines are in the message.</exception>
    /// <exception cref="OperationCanceledException">Cancelled before; how it stands, and its last lines, are in the message.</exception>
    public async Task<ResourceEvent> WaitForResourceHealthyAsync(string resourceName, CancellationToken cancellationToken = default)
    {
        var replicas = await WaitForEveryReplicaAsync(resourceName, IsHealthyOrThrow, $"'{resourceName}' did not become healthy", cancellationToken);
        return replicas[^1];
    }

    /// <param name="complaint">What to say, before how the replicas stand, when it is cancelled.</param>
    internal async Task<IReadOnlyList<ResourceEvent>> WaitForEveryReplicaAsync(
        string resourceName, Func<ResourceEvent, bool> reached, string complaint, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var change in WatchAsync(cancellationToken))
            {
                if (IsOf(change, resourceName) && reached(change) && ReplicasOf(resourceName) is var replicas && replicas.All(reached))
                {
                    return replicas;
                }
            }
        }
        catch (OperationCanceledException exception)
        {
            throw new OperationCanceledException($"{complaint}. {Describe(resourceName)}", exception, cancellationToken);
        }

        throw new OperationCanceledException(cancellationToken);
    }

    private bool IsHealthyOrThrow(ResourceEvent change) =>
        change.Snapshot.State is { } state && (state.Text == KnownResourceStates.FailedToStart || state.Text == KnownResourceStates.Exited)
            ? throw new DistributedApplicationException($"'{change.ResourceId}' cannot become healthy: its state is {state.Text}. {Describe(change.ResourceId)}")
            : change.Snapshot.HealthStatus == HealthStatus.Healthy;

    /// <summary>How the replicas stand, and what they wrote last.</summary>
    private string Describe(string resourceName)
    {
        var replicas = ReplicasOf(resourceName);
        return replicas.Length == 0 ? "Nothing was heard of a resource of that name." : string.Join(Environment.NewLine, replicas.Select(Describe));
    }

    private string Describe(ResourceEvent replica)
    {
        var lines = loggers?.Tail(replica.ResourceId, ShownLines) ?? [];
        var health = string.Join(" ", replica.Snapshot.HealthReports.Where(r => r.Status != HealthStatus.Healthy).Select(r => r.Description ?? $"{r.Name} has not answered."));
        var log = lines.Count == 0 ? "Its log is empty." : $"Its last lines:{string.Concat(lines.Select(l => $"{Environment.NewLine}    {l.Content}"))}";
        return $"'{replica.ResourceId}' is {replica.Snapshot.State?.Text ?? "not started"}. {(health.Length > 0 ? health + " " : "")}{log}";
    }

    private ResourceEvent[] ReplicasOf(string resourceName)
    {
        lock (_gate)
        {
            return [.. _current.Values.Where(e => IsOf(e, resourceName))];
        }
    }

    private static bool IsOf(ResourceEvent change, string resourceName) =>
        string.Equals(change.Resource.Name, resourceName, StringComparison.OrdinalIgnoreCase)
        || string.Equals(change.ResourceId, resourceName, StringComparison.OrdinalIgnoreCase);

    /// <summary>Which commands make sense depends on the state, and changes with it.</summary>
    private CustomResourceSnapshot WithCommands(IResource resource, CustomResourceSnapshot snapshot) => snapshot with
    {
        Commands = [.. resource.Annotations.OfType<ResourceCommandAnnotation>().Select(
            c => new ResourceCommandSnapshot(c.Name, StateOf(c, snapshot), c.DisplayName, c.Options.Description, c.Options.IsHighlighted))],
    };

    private ResourceCommandState StateOf(ResourceCommandAnnotation command, CustomResourceSnapshot snapshot) =>
        services is not null && command.Options.UpdateState is { } update
            ? update(new UpdateCommandStateContext { ResourceSnapshot = snapshot, Services = services })
            : ResourceCommandState.Enabled;

    private static CustomResourceSnapshot Initial(IResource resource) => new()
    {
        ResourceType = resource.GetType().Name.Replace("Resource", "", StringComparison.Ordinal),
        Properties = [],
        CreationTimeStamp = DateTime.UtcNow,
        Volumes = [.. resource.Annotations.OfType<ContainerMountAnnotation>().Select(
            m => new VolumeSnapshot(m.Source, m.Target, m.Type.ToString(), m.IsReadOnly))],
        Relationships = [.. resource.Annotations.OfType<ResourceRelationshipAnnotation>().Select(r => new RelationshipSnapshot(r.Resource.Name, r.Type))],
    };
}
