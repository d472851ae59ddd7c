using System.Net;
using System.Net.Sockets;

namespace Aspire.Hosting.Running;

/// <summary>A port bound on the loopback addresses that the machine has, IPv4 and IPv6, so that "localhost" means it whichever comes first.</summary>
internal sealed class LoopbackPort : IDisposable
{
    private const int Attempts = 50;

    private LoopbackPort(int number, IReadOnlyList<Socket> sockets)
    {
        Number = number;
        Sockets = sockets;
    }

    public int Number { get; }

    public IReadOnlyList<Socket> Sockets { get; }

    /// <summary>
    /// Keeps a free port for a process. The port stays bound but nobody listens: the system gives it to no one else, while the process can still
    /// bind it, as servers do with SO_REUSEADDR.
    /// </summary>
    public static LoopbackPort Reserve() => BindFree(listen: false);

    /// <param name="port">Any free one when null.</param>
    /// <exception cref="SocketException">The port is taken, or not for us.</exception>
    public static LoopbackPort Listen(int? port) => port is { } number ? Bind(number, listen: true) : BindFree(listen: true);

    public void Dispose()
    {
        foreach (var socket in Sockets)
        {
            socket.Dispose();
        }
    }

    /// <summary>A port that is free on IPv4 may be taken on IPv6; then another is tried.</summary>
    private static LoopbackPort BindFree(bool listen)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return Bind(0, listen);
            }
            catch (SocketException exception) when (exception.SocketErrorCode == SocketError.AddressAlreadyInUse && attempt < Attempts)
            {
                // The next free one.
            }
        }
    }

    private static LoopbackPort Bind(int port, bool listen)
    {
        var sockets = new List<Socket>();
        try
        {
            foreach (var address in Addresses())
            {
                var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
                sockets.Add(socket);
                if (address.AddressFamily == AddressFamily.InterNetworkV6)
                {
                    socket.DualMode = false;
                }

                try
                {
                    socket.Bind(new IPEndPoint(address, port));
                }
                catch (SocketException exception) when (sockets.Count > 1 && exception.SocketErrorCode == SocketError.AddressNotAvailable)
                {
                    // IPv6 is compiled in but switched off, as in many containers.
                    sockets.Remove(socket);
                    socket.Dispose();
                    continue;
                }

                port = ((IPEndPoint)socket.LocalEndPoint!).Port;
                if (listen)
                {
                    socket.Listen();
                }
            }

            return new LoopbackPort(port, sockets);
        }
        catch
        {
            sockets.ForEach(s => s.Dispose());
            throw;
        }
    }

    private static IPAddress[] Addresses() => Socket.OSSupportsIPv6 ? [IPAddress.Loopback, IPAddress.IPv6Loopback] : [IPAddress.Loopback];
}
