using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Running;

/// <summary>One replica of a resource: told to start and to stop, and started again when it ends by itself.</summary>
internal sealed class Replica : IAsyncDisposable
{
    private readonly ReplicaServices _services;
    private readonly ReplicaProcess _process;
    private readonly RestartPolicy _restarts;
    private readonly bool _isJob;
    private readonly bool _isServer;
    private readonly SemaphoreSlim _command = new(1, 1);
    private CancellationTokenSource? _stop;
    private volatile bool _isKilled;
    private Task _run = Task.CompletedTask;
    private TaskCompletionSource _started = new();
    private TaskCompletionSource _ready = new();

    /// <param name="isJob">It is meant to end: somebody waits for its completion.</param>
    public Replica(IResource resource, string id, bool isJob, IReadOnlyList<Rotation> rotations, ReplicaServices services)
    {
        Id = id;
        Status = new ReplicaStatus(resource, id, services.Notifications);
        _services = services;
        _process = new ReplicaProcess(resource, id, Status, rotations, services);
        _restarts = new RestartPolicy(services.Options);
        _isJob = isJob;

        // Others connect to it, so that its end is never as it should be.
        _isServer = resource.Annotations.OfType<EndpointAnnotation>().Any();
    }

    public string Id { get; }

    public ReplicaStatus Status { get; }

    /// <summary>Once it may have requests; fails when it never will.</summary>
    public Task Ready => _ready.Task;

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
                await Status.ExitedAsync();
            }
        }
        finally
        {
            _command.Release();
        }
    }

    /// <summary>Ends its process at once, for good; whoever stops it waits no longer.</summary>
    public void Kill()
    {
        _isKilled = true;
        _process.Kill();
    }

    /// <summary>What it waits for did not come: it is not started, and will not be ready.</summary>
    public void LeaveOut(string reason)
    {
        _ready.TrySetException(new DistributedApplicationException(reason));
        _ = _ready.Task.Exception;
    }

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
            while (await RunOnceAsync(stop) is { } pause)
            {
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
        catch (Exception exception)
        {
            // The model's own callbacks: whatever they throw keeps this resource from starting, and must not be lost.
            _services.Logs.Append(Id, exception.ToString(), isError: true);
            await FailAsync(new DistributedApplicationException($"{exception.GetType().Name}: {exception.Message}", exception));
        }
        finally
        {
            _started.TrySetCanceled(CancellationToken.None);
            _ready.TrySetCanceled(CancellationToken.None);
        }
    }

    /// <returns>The pause before the next start; null when there is none.</returns>
    private async Task<TimeSpan?> RunOnceAsync(CancellationToken stop)
    {
        var exitCode = await _process.RunAsync(() => _started.TrySetResult(), SetReady, stop);
        if (stop.IsCancellationRequested || _isKilled)
        {
            return null;
        }

        if (_isJob || (exitCode == 0 && !_isServer))
        {
            await Status.FinishedAsync(exitCode);
            _ready.TrySetResult();
            return null;
        }

        if (_restarts.Next(Status.SinceStart) is not { } pause)
        {
            await GiveUpAsync(exitCode);
            return null;
        }

        _services.Console.Restarts(Id, exitCode, pause, _restarts.Attempt, _restarts.Limit);
        await Status.RestartingAsync(exitCode, _restarts.Attempt);
        return pause;
    }

    private void SetReady(bool isReady)
    {
        _restarts.SetReady(isReady);
        if (isReady && _ready.TrySetResult())
        {
            _services.Console.IsReady(Id, Status.SinceStart);
        }
    }

    private async Task GiveUpAsync(int exitCode)
    {
        _services.Console.GivesUp(Id, exitCode);
        await Status.GivenUpAsync(exitCode, _restarts.WasReady);
        _ready.TrySetException(new DistributedApplicationException($"'{Id}' ended with {Signals.DescribeExit(exitCode)} again and again."));
        _ = _ready.Task.Exception;
    }

    private async Task FailAsync(DistributedApplicationException exception)
    {
        _services.Logs.Append(Id, exception.Message, isError: true);
        await Status.FailedToStartAsync();
        if (!_started.TrySetException(exception))
        {
            // It ran before, so nobody waits for the start who would say so.
            _services.Console.Fails(Id, exception.Message);
        }

        _ready.TrySetException(exception);
        _ = (_started.Task.Exception, _ready.Task.Exception);
    }
}
