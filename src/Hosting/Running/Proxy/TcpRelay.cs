using System.Diagnostics;
using System.Net.Sockets;

namespace Aspire.Hosting.Running;

/// <summary>Passes connections on to the replicas in turn, byte by byte, for endpoints that do not speak plain HTTP.</summary>
internal sealed class TcpRelay(LoopbackPort port, Rotation rotation) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly CancellationTokenSource _stopped = new();
    private readonly CancellationTokenSource _aborted = new();
    private readonly HashSet<Task> _connections = [];
    private Task _accepting = Task.CompletedTask;

    public void Start() => _accepting = Task.WhenAll(port.Sockets.Select(AcceptAsync));

    /// <summary>Takes no more connections, and breaks off those there are when cancelled.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopped.CancelAsync();
        await using var abort = cancellationToken.Register(_aborted.Cancel);
        await _accepting;
        port.Dispose();
        Task[] open;
        lock (_connections)
        {
            open = [.. _connections];
        }

        await Task.WhenAll(open);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync(new CancellationToken(canceled: true));
        _stopped.Dispose();
        _aborted.Dispose();
    }

    private async Task AcceptAsync(Socket listener)
    {
        while (!_stopped.IsCancellationRequested)
        {
            try
            {
                Track(RelayAsync(await listener.AcceptAsync(_stopped.Token)));
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (SocketException)
            {
                // That client is gone already; the next one is not.
            }
        }
    }

    private void Track(Task connection)
    {
        lock (_connections)
        {
            _connections.Add(connection);
        }

        _ = connection.ContinueWith(
            ended =>
            {
                lock (_connections)
                {
                    _connections.Remove(ended);
                }
            },
            TaskScheduler.Default);
    }

    private async Task RelayAsync(Socket client)
    {
        await Task.Yield();
        using (client)
        {
            client.NoDelay = true;
            List<Destination> tried = [];
            while (await EnterAsync(tried) is { } destination)
            {
                try
                {
                    using var server = await LoopbackConnection.ConnectAsync(destination.Port, _aborted.Token);
                    await using var abort = _aborted.Token.Register(() => Close(client, server));
                    await Task.WhenAll(CopyAsync(client, server), CopyAsync(server, client));
                    return;
                }
                catch (SocketException)
                {
                    destination.Refused();
                    tried.Add(destination);
                }
                catch (OperationCanceledException)
                {
                    return;
                }
                finally
                {
                    destination.Leave();
                }
            }
        }
    }

    /// <summary>Bytes have no answer that says "later": the connection waits a while for a replica that is starting.</summary>
    private async Task<Destination?> EnterAsync(List<Destination> tried)
    {
        var waiting = Stopwatch.GetTimestamp();
        while (true)
        {
            if (rotation.Enter(tried) is { } destination)
            {
                return destination;
            }

            if (_stopped.IsCancellationRequested || Stopwatch.GetElapsedTime(waiting) > Patience)
            {
                return null;
            }

            tried.Clear();
            await Task.Delay(50, CancellationToken.None);
        }
    }

    /// <summary>Copies until one side says no more, and passes that on; the other direction may still flow.</summary>
    private static async Task CopyAsync(Socket from, Socket to)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            int read;
            while ((read = await from.ReceiveAsync(buffer)) > 0)
            {
                for (var sent = 0; sent < read;)
                {
                    sent += await to.SendAsync(buffer.AsMemory(sent, read - sent));
                }
            }

            to.Shutdown(SocketShutdown.Send);
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            Close(from, to);
        }
    }

    private static void Close(Socket one, Socket other)
    {
        one.Dispose();
        other.Dispose();
    }
}
