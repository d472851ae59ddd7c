using System.Threading.Channels;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Running;

/// <summary>One process of a resource: started, watched, started again when it ends by itself, stopped.</summary>
internal sealed class Replica : IAsyncDisposable
{
    private readonly ReplicaServices _services;
    private readonly IReadOnlyDictionary<string, Destination> _destinations;
    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly bool _isJob;
    private readonly SemaphoreSlim _command = new(1, 1);
    private readonly RestartPolicy _restarts;
    private readonly ReplicaStatus _status;
    private CancellationTokenSource? _stop;
    private ChildProcess? _process;
    private Task _run = Task.CompletedTask;
    private TaskCompletionSource _started = new();
    private TaskCompletionSource _ready = new();

    /// <param name="isJob">It is meant to end: somebody waits for its completion.</param>
    public Replica(IResource resource, string id, bool isJob, IReadOnlyList<Rotation> rotations, ReplicaServices services)
    {
        Resource = resource;
        Id = id;
        _isJob = isJob;
        _services = services;
        _restarts = new RestartPolicy(services.Options);
        _status = new ReplicaStatus(resource, id, services.Notifications);
        _destinations = rotations.ToDictionary(r => r.EndpointName, _ => new Destination(() => _wake.Writer.TryWrite(true)));
        foreach (var rotation in rotations)
        {
            rotation.Add(_destinations[rotation.EndpointName]);
        }
    }

    public IResource Resource { get; }

    public string Id { get; }

    /// <summary>Others connect to it, so that its end is never as it should be.</summary>
    private bool IsServer => Resource.Annotations.OfType<EndpointAnnotation>().Any();

    /// <summary>Once it may have requests; fails when it never will.</summary>
    public Task Ready => _ready.Task;

    public ReplicaStatus Status => _status;

    /// <summary>Done when the process runs.</summary>
    /// <exception cref="DistributedApplicationException">It could not be started.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await _command.WaitAsync(cancellationToken);
        try
        {
            if (_run.IsCompleted)
            {
                _stop?.Dispose();
                _stop = new CancellationTokenSource();
                _started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                _ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                _restarts.Reset();
                _run = Task.Run(() => RunAsync(_stop.Token), CancellationToken.None);
            }
        }
        finally
        {
            _command.Release();
        }

        await _started.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Done when the process and everything it started is gone.</summary>
    /// <param name="isFinal">Whether it stays stopped; otherwise it is about to start again.</param>
    public async Task StopAsync(bool isFinal = true)
    {
        await _command.WaitAsync();
        try
        {
            if (_stop is null || _run.IsCompleted)
            {
                return;
            }

            await _stop.CancelAsync();
            await _run;
            if (isFinal)
            {
                await _status.ExitedAsync();
            }
        }
        finally
        {
            _command.Release();
        }
    }

    /// <summary>Ends its process at once; whoever stops it waits no longer.</summary>
    public void Kill() => _process?.Kill();

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _stop?.Dispose();
        _command.Dispose();
    }

    private async Task RunAsync(CancellationToken stop)
    {
        try
        {
            while (true)
            {
                var exitCode = await RunOnceAsync(stop);
                if (stop.IsCancellationRequested)
                {
                    break;
                }

                if (_isJob || (exitCode == 0 && !IsServer))
                {
                    await _status.FinishedAsync(exitCode);
                    _ready.TrySetResult();
                    return;
                }

                if (_restarts.Next(_status.SinceStart) is not { } pause)
                {
                    await GiveUpAsync(exitCode);
                    return;
                }

                _services.Console.Restarts(Id, exitCode, pause, _restarts.Attempt, _restarts.Limit);
                await _status.RestartingAsync(exitCode, _restarts.Attempt);
                await Task.Delay(pause, stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Told to stop while it was not running.
        }
        catch (DistributedApplicationException exception)
        {
            await FailAsync(exception);
        }
        finally
        {
            _started.TrySetCanceled(CancellationToken.None);
            _ready.TrySetCanceled(CancellationToken.None);
        }
    }

    /// <returns>The exit code.</returns>
    private async Task<int> RunOnceAsync(CancellationToken stop)
    {
        await _status.StartingAsync();
        using var ports = new ReplicaPorts(Resource);
        var command = await _services.Launch.PrepareAsync(Resource, Id, ports, stop);
        if (Resource is ExecutableResource)
        {
            ports.Release();
        }

        foreach (var (endpoint, destination) in _destinations)
        {
            destination.MoveTo("http", ports[endpoint]);
        }

        stop.ThrowIfCancellationRequested();
        using var process = ChildProcess.Start(command, _services.Watchdog, Keep);
        _process = process;
        await _status.RunningAsync(process.Id, command, ports);
        _started.TrySetResult();

        using var watching = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var health = _services.Health.WatchAsync(Resource, Id, ports, _wake.Reader, SetReady, watching.Token);
        await Task.WhenAny(process.Exited, Task.Delay(Timeout.Infinite, stop));
        await watching.CancelAsync();
        await health.ContinueWith(_ => { }, TaskScheduler.Default);
        SetReady(false);
        if (!process.Exited.IsCompleted)
        {
            await StopAsync(process);
        }

        return await process.Exited;
    }

    private void Keep(string line, bool isError)
    {
        _services.Logs.Append(Id, line, isError);
        _services.Console.Output(Id, line, isError);
    }

    private void SetReady(bool isReady)
    {
        foreach (var destination in _destinations.Values)
        {
            destination.SetReady(isReady);
        }

        _restarts.SetReady(isReady);
        if (isReady && _ready.TrySetResult())
        {
            _services.Console.IsReady(Id, _status.SinceStart);
        }
    }

    /// <summary>No more requests; those it has come to their end; then the signal.</summary>
    private async Task StopAsync(ChildProcess process)
    {
        await _status.StoppingAsync();
        using (var drain = new CancellationTokenSource(_services.Options.DrainTime))
        {
            while (_destinations.Values.Any(d => d.InFlight > 0) && !drain.IsCancellationRequested && !process.Exited.IsCompleted)
            {
                await Task.Delay(10, CancellationToken.None);
            }
        }

        if (!await process.StopAsync(_services.Options.StopTime))
        {
            _services.Console.Kills(Id, _services.Options.StopTime);
        }
    }

    private async Task GiveUpAsync(int exitCode)
    {
        _services.Console.GivesUp(Id, exitCode);
        await _status.GivenUpAsync(exitCode, _restarts.WasReady);
        _ready.TrySetException(new DistributedApplicationException($"'{Id}' ended with {Signals.DescribeExit(exitCode)} again and again."));
        _ = _ready.Task.Exception;
    }

    private async Task FailAsync(DistributedApplicationException exception)
    {
        _services.Logs.Append(Id, exception.Message, isError: true);
        await _status.FailedToStartAsync();
        if (!_started.TrySetException(exception))
        {
            // It ran before, so nobody waits for the start who would say so.
            _services.Console.Fails(Id, exception.Message);
        }

        _ready.TrySetException(exception);
        _ = (_started.Task.Exception, _ready.Task.Exception);
    }
}
