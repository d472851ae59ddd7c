using System.Diagnostics;
using System.Net.Sockets;
using Aspire.Hosting.Running;
using Microsoft.AspNetCore.Builder;

namespace Aspire.Hosting.Dashboard.Host;

/// <summary>
/// A web server on sockets that listen already. It is made once the resources are ready, whose start it would slow down by half a second of two
/// processors, or before that when somebody connects: until it answers, the system holds the connections.
/// </summary>
internal sealed class DeferredServer : IAsyncDisposable
{
    /// <summary>How late a connection is noticed at most.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(20);

    private readonly IReadOnlyList<Socket> _sockets;
    private readonly Readiness _resources;
    private readonly Func<WebApplication> _create;
    private readonly TimeSpan _patience;
    private readonly CancellationTokenSource _stopping = new();
    private readonly Task<WebApplication?> _application;
    private bool _isStopped;

    /// <param name="patience">How long who connects can be kept waiting while the resources start.</param>
    public DeferredServer(IEnumerable<Socket> sockets, Readiness resources, Func<WebApplication> create, TimeSpan patience = default)
    {
        (_sockets, _resources, _create, _patience) = ([.. sockets], resources, create, patience);
        _application = Task.Run(StartAsync);
    }

    /// <summary>Once it answers; null when it was stopped before anybody asked.</summary>
    public Task<WebApplication?> Started => _application;

    public async ValueTask DisposeAsync()
    {
        if (_isStopped)
            return;

        _isStopped = true;
        await _stopping.CancelAsync();
        if (await _application.ContinueWith(static t => t.IsCompletedSuccessfully ? t.Result : null, TaskScheduler.Default) is { } application)
        {
            // Pages and senders hold their connection for as long as they can; they are told by its end.
            using var now = new CancellationTokenSource(TimeSpan.FromSeconds(0.5));
            await application.StopAsync(now.Token);
            await application.DisposeAsync();
        }

        _stopping.Dispose();
    }

    private async Task<WebApplication?> StartAsync()
    {
        if (!await IsWantedAsync(_stopping.Token))
            return null;

        var application = _create();
        await application.StartAsync(CancellationToken.None);
        return application;
    }

    /// <summary>False when it is stopped before.</summary>
    private async Task<bool> IsWantedAsync(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(Interval);
        long? connected = null;
        try
        {
            while (!_resources.IsReached && !(connected is { } since && Stopwatch.GetElapsedTime(since) >= _patience))
            {
                await timer.WaitForNextTickAsync(stop);
                if (connected is null && _sockets.Any(static socket => socket.Poll(TimeSpan.Zero, SelectMode.SelectRead)))
                    connected = Stopwatch.GetTimestamp();
            }

            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
