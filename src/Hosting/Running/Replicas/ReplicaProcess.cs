using System.Threading.Channels;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Running;

/// <summary>The lives of a replica's process, one after the other: ports, start, health, end.</summary>
internal sealed class ReplicaProcess
{
    private readonly IResource _resource;
    private readonly string _id;
    private readonly ReplicaStatus _status;
    private readonly ReplicaServices _services;
    private readonly Dictionary<string, Destination> _destinations;
    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private ChildProcess? _process;

    public ReplicaProcess(IResource resource, string id, ReplicaStatus status, IReadOnlyList<Rotation> rotations, ReplicaServices services)
    {
        _resource = resource;
        _id = id;
        _status = status;
        _services = services;
        _destinations = rotations.ToDictionary(r => r.EndpointName, _ => new Destination(() => _wake.Writer.TryWrite(true)));
        foreach (var rotation in rotations)
        {
            rotation.Add(_destinations[rotation.EndpointName]);
        }
    }

    /// <param name="onStarted">Called once the process runs.</param>
    /// <param name="onReady">Called whenever it is known whether it may have requests.</param>
    /// <returns>The exit code, once the process and everything that it started is gone.</returns>
    public async Task<int> RunAsync(Action onStarted, Action<bool> onReady, CancellationToken stop)
    {
        await _status.StartingAsync();
        using var ports = new ReplicaPorts(_resource);
        var command = await _services.Launch.PrepareAsync(_resource, _id, ports, stop);
        if (_resource is ExecutableResource)
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
        try
        {
            await _status.RunningAsync(process.Id, command, ports);
            onStarted();
            await WatchAsync(process, ports, onReady, stop);
        }
        finally
        {
            if (!process.Exited.IsCompleted)
            {
                await StopAsync(process);
            }
        }

        return await process.Exited;
    }

    /// <summary>Ends the process at once; whoever stops it waits no longer.</summary>
    public void Kill() => _process?.Kill();

    /// <summary>Until the process has ended, or is told to.</summary>
    private async Task WatchAsync(ChildProcess process, ReplicaPorts ports, Action<bool> onReady, CancellationToken stop)
    {
        using var watching = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var health = _services.Health.WatchAsync(_resource, _id, ports, _wake.Reader, SetReady, watching.Token);
        await Task.WhenAny(process.Exited, health);
        await watching.CancelAsync();
        try
        {
            await health;
        }
        catch (OperationCanceledException)
        {
            // That is how it ends.
        }
        finally
        {
            SetReady(false);
        }

        void SetReady(bool isReady)
        {
            foreach (var destination in _destinations.Values)
            {
                destination.SetReady(isReady);
            }

            onReady(isReady);
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
            _services.Console.Kills(_id, _services.Options.StopTime);
        }
    }

    private void Keep(string line, bool isError)
    {
        _services.Logs.Append(_id, line, isError);
        _services.Console.Output(_id, line, isError);
    }
}
