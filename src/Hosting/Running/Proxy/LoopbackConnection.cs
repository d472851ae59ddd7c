using System.Net;
using System.Net.Sockets;

namespace Aspire.Hosting.Running;

/// <summary>Connects to a process of this machine, which may listen on only one of the two loopback addresses.</summary>
internal static class LoopbackConnection
{
    public static async ValueTask<Stream> OpenAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken) =>
        new NetworkStream(await ConnectAsync(context.DnsEndPoint.Port, cancellationToken), ownsSocket: true);

    /// <exception cref="SocketException">Nobody listens there.</exception>
    public static async Task<Socket> ConnectAsync(int port, CancellationToken cancellationToken)
    {
        try
        {
            return await ConnectAsync(IPAddress.Loopback, port, cancellationToken);
        }
        catch (SocketException) when (Socket.OSSupportsIPv6)
        {
            return await ConnectAsync(IPAddress.IPv6Loopback, port, cancellationToken);
        }
    }

    private static async Task<Socket> ConnectAsync(IPAddress address, int port, CancellationToken cancellationToken)
    {
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(address, port, cancellationToken);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
