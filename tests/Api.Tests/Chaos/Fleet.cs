using RegressionAnalyzer.Api.Tests.Serving;

namespace RegressionAnalyzer.Api.Tests.Chaos;

/// <summary>Replicas as processes over one pair of volumes, each of which may be stopped, killed or frozen at any time.</summary>
internal sealed class Fleet(SharedVolumes volumes, int size, TimeSpan lease) : IDisposable
{
    private readonly ServiceProcess?[] _replicas = new ServiceProcess?[size];
    private readonly HttpClient?[] _clients = new HttpClient?[size];

    /// <summary>Clients of the replicas that were started last; some of them may be dead or frozen.</summary>
    public IReadOnlyList<HttpClient> Clients => [.. _clients.OfType<HttpClient>()];

    public async Task StartAllAsync() => await Task.WhenAll(Enumerable.Range(0, size).Select(StartAsync));

    /// <summary>Does the next of what can happen to a replica, and has it back afterwards.</summary>
    public async Task<string> DisturbAsync(Random random)
    {
        var index = random.Next(size);
        switch (random.Next(3))
        {
            case 0:
                _replicas[index]!.Signal(ServiceProcess.Terminate);
                await _replicas[index]!.ExitAsync();
                await StartAsync(index);
                return $"stopped {index}";
            case 1:
                _replicas[index]!.Signal(ServiceProcess.Kill);
                await _replicas[index]!.ExitAsync();
                await StartAsync(index);
                return $"killed {index}";
            default:
                _replicas[index]!.Signal(ServiceProcess.Stop);
                await Task.Delay(lease * 2, TestContext.Current.CancellationToken); // the one thing that must be waited for: time passing
                _replicas[index]!.Signal(ServiceProcess.Continue);
                return $"froze {index}";
        }
    }

    public void Dispose()
    {
        foreach (var client in _clients)
            client?.Dispose();
        foreach (var replica in _replicas)
            replica?.Dispose();
    }

    private async Task StartAsync(int index)
    {
        _replicas[index]?.Dispose();
        _replicas[index] = ServiceProcess.Serve(volumes, ("Jobs__LeaseSeconds", $"{lease.TotalSeconds}"), ("Jobs__MaxParallel", "1"), ("LOG_LEVEL", "info"));
        var client = await _replicas[index]!.ListeningAsync();
        client.Timeout = TimeSpan.FromSeconds(3);
        _clients[index] = client;
    }
}
