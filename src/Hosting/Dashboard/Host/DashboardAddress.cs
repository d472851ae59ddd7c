using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Aspire.Hosting.Running;
using Microsoft.AspNetCore.Http;

namespace Aspire.Hosting.Dashboard.Host;

/// <summary>Where the dashboard is: a port of the loopback addresses, bound before anything starts, and the names under which it may be asked for.</summary>
internal sealed class DashboardAddress : IDisposable
{
    private static readonly string[] Names = ["localhost", "127.0.0.1", "[::1]"];

    private readonly LoopbackPort _port;
    private readonly HashSet<string> _hosts;

    /// <exception cref="SocketException">The port is taken.</exception>
    public DashboardAddress(int? port)
    {
        _port = LoopbackPort.Listen(port);
        _hosts = new(Names.Select(name => string.Create(CultureInfo.InvariantCulture, $"{name}:{_port.Number}")), StringComparer.OrdinalIgnoreCase);
    }

    public int Port => _port.Number;

    public string Url => string.Create(CultureInfo.InvariantCulture, $"http://localhost:{Port}");

    public IEnumerable<IPEndPoint> EndPoints => _port.Sockets.Select(s => (IPEndPoint)s.LocalEndPoint!);

    /// <summary>Whether a request was meant for this address: a name of somebody else's that resolves to this machine is how a web page gets around the origin rule.</summary>
    public bool IsMeant(HostString host) => host.Value is { } value && _hosts.Contains(value);

    public Socket SocketOf(EndPoint endPoint) => _port.Sockets.First(s => s.AddressFamily == endPoint.AddressFamily);

    public void Dispose() => _port.Dispose();
}
