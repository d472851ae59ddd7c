using System.Globalization;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Running;

/// <summary>A resource that is run as processes.</summary>
internal sealed class RunningResource : IAsyncDisposable
{
    private readonly Dependencies _dependencies;
    private readonly KeyedHealthChecks _keyedChecks;
    private readonly CancellationTokenSource _stopped = new();
    private Task _keyed = Task.CompletedTask;

    public RunningResource(
        IResource resource, bool isJob, IReadOnlyList<Rotation> rotations, ReplicaServices services, Dependencies dependencies, KeyedHealthChecks keyedChecks)
    {
        Resource = resource;
        _dependencies = dependencies;
        _keyedChecks = keyedChecks;
        Replicas = [.. IdsOf(resource).Select(id => new Replica(resource, id, isJob, rotations, services))];
    }

    public IResource Resource { get; }

    public IReadOnlyList<Replica> Replicas { get; }

    public bool IsStartedByHand => Resource.Annotations.OfType<ExplicitStartupAnnotation>().Any();

    /// <summary>One replica has the resource's name; several are counted: <c>api-1</c>, <c>api-2</c>.</summary>
    private static IEnumerable<string> IdsOf(IResource resource) => resource.GetReplicaCount() is > 1 and var count
        ? Enumerable.Range(1, count).Select(number => string.Create(CultureInfo.InvariantCulture, $"{resource.Name}-{number}"))
        : [resource.Name];

    public Task ExpectAsync() => Task.WhenAll(Replicas.Select(r => r.Status.ExpectAsync(IsStartedByHand ? KnownResourceStates.NotStarted : KnownResourceStates.Starting)));

    /// <summary>Done when every replica runs.</summary>
    /// <exception cref="DistributedApplicationException">One could not be started.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!await _dependencies.WaitAsync(this, cancellationToken))
        {
            return;
        }

        if (_keyed.IsCompleted)
        {
            _keyed = _keyedChecks.WatchAsync(Resource, [.. Replicas.Select(r => r.Id)], _stopped.Token);
        }

        await Task.WhenAll(Replicas.Select(r => r.StartAsync(cancellationToken)));
    }

    public Task StopAsync() => Task.WhenAll(Replicas.Select(r => r.StopAsync()));

    /// <summary>At once, without asking anybody to end.</summary>
    public void Kill()
    {
        foreach (var replica in Replicas)
        {
            replica.Kill();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stopped.CancelAsync();
        await Task.WhenAll(Replicas.Select(async r => await r.DisposeAsync()));
        await _keyed.ContinueWith(_ => { }, TaskScheduler.Default);
        _stopped.Dispose();
    }
}
