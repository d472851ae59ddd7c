using System.Diagnostics;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Checking;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Running;

/// <summary>Runs the model: addresses first, then the proxies, then every process as soon as those it waits for have come so far.</summary>
internal sealed class Orchestrator(
    DistributedApplicationModel model,
    ModelCheck check,
    EndpointAllocator endpoints,
    ProxyServer proxies,
    ReplicaServices services,
    Dependencies dependencies,
    KeyedHealthChecks keyedChecks,
    ParameterWaits parameters,
    Readiness readiness,
    ProjectOutput projects,
    Impatience impatience,
    RunFailures failures) : IHostedLifecycleService, IAsyncDisposable
{
    private readonly CancellationTokenSource _stopped = new();
    private List<RunningResource> _resources = [];
    private Task _starting = Task.CompletedTask;
    private Task? _stopping;
    private IDisposable? _impatience;

    /// <summary>Before any service starts: the model, the programs and the ports, so that what cannot run is said before anything does.</summary>
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        check.Refuse();
        var processes = model.Resources.Where(r => r is ProjectResource or ExecutableResource).ToList();
        processes.ForEach(keyedChecks.Refuse);
        failures.RefuseWhatIsMissing(processes);
        _resources = Create(processes);
        return Task.CompletedTask;
    }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        _impatience = impatience.Listen(() => _resources.ForEach(r => r.Kill()));
        await parameters.PublishAsync();
        foreach (var resource in _resources)
        {
            ReplicaCommands.AddTo(resource, projects);
            await resource.ExpectAsync();
        }

        // Not awaited: whoever started the application may want to watch it start.
        _starting = Task.WhenAll(_resources.Where(r => !r.IsStartedByHand).Select(StartAsync));
        await proxies.StartAsync(cancellationToken);
        _ = SayWhenReadyAsync(started);
    }

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => _stopping ??= StopAsync();

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await StopAsync(CancellationToken.None);
        _stopped.Dispose();
    }

    /// <summary>All addresses are known before the first resource starts: any may name any.</summary>
    private List<RunningResource> Create(List<IResource> processes)
    {
        var jobs = model.Resources.SelectMany(r => r.Annotations.OfType<WaitAnnotation>())
            .Where(w => w.WaitType == WaitType.WaitForCompletion)
            .Select(w => w.Resource)
            .ToHashSet();
        return [.. processes.Select(r => new RunningResource(r, jobs.Contains(r), Allocate(r), services, dependencies, keyedChecks))];
    }

    private List<Rotation> Allocate(IResource resource)
    {
        List<Rotation> rotations = [];
        foreach (var endpoint in resource.Annotations.OfType<EndpointAnnotation>())
        {
            if (endpoints.Allocate(resource, endpoint, resource.GetReplicaCount()) is { } port)
            {
                rotations.Add(proxies.Add(resource, endpoint, port));
            }
        }

        return rotations;
    }

    private async Task StartAsync(RunningResource resource)
    {
        try
        {
            services.Console.Starts(resource.Resource, resource.Replicas.Count);
            await resource.StartAsync(_stopped.Token);
        }
        catch (OperationCanceledException)
        {
            // Stopped while it was starting.
        }
        catch (DistributedApplicationException exception)
        {
            services.Console.Fails(resource.Resource.Name, exception.Message);
            failures.Stop();
        }
    }

    /// <summary>Once each resource is ready or never will be.</summary>
    private async Task SayWhenReadyAsync(long started)
    {
        var awaited = _resources.Where(r => !r.IsStartedByHand).ToList();
        try
        {
            await _starting;
            await Task.WhenAll(awaited.SelectMany(r => r.Replicas).Select(r => r.Ready)).WaitAsync(_stopped.Token);
        }
        catch (DistributedApplicationException)
        {
            // Said where it happened.
        }
        catch (OperationCanceledException)
        {
            return;
        }

        var failed = awaited.SelectMany(r => r.Replicas).Where(r => r.Ready.IsFaulted).Select(r => r.Id).ToList();
        var lines = awaited.Where(r => r.Replicas.Any(replica => !replica.Ready.IsFaulted)).SelectMany(r => r.Resource.Annotations.OfType<EndpointAnnotation>().Select(e =>
            new EndpointLine(r.Resource.Name, e.AllocatedEndpoint!.UriString, r.Replicas.Count))).ToList();
        readiness.Reach();
        if (failed.Count == 0)
        {
            services.Console.AllReady(lines, Stopwatch.GetElapsedTime(started));
        }
        else if (!failures.End)
        {
            services.Console.OthersReady(lines, failed);
        }
    }

    /// <summary>No more requests, then no more processes, all replicas at the same time; whatever is left then, the watchdog ends.</summary>
    private async Task StopAsync()
    {
        await _stopped.CancelAsync();
        using (var drain = new CancellationTokenSource(services.Options.DrainTime))
        {
            await proxies.StopAsync(drain.Token);
        }

        await Task.WhenAll(_resources.Select(async r => await r.DisposeAsync()));
        await _starting;
        await services.Watchdog.DisposeAsync();
        _impatience?.Dispose();
    }
}
