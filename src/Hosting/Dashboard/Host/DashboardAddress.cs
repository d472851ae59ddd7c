using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Aspire.Hosting.Running;
using Microsoft.AspNetCore.Http;

namespace Aspire.Hosting.Dashboard.Host;

/// <summary>Where the dashboard is: a port of the loopback addresses, bound before anything starts, and the names under which it may be asked for.</summary>
internal sealed class DashboardAddress(LoopbackPort port) : IDisposable
{
    private static readonly string[] Names = ["localhost", "127.0.0.1", "[::1]"];

    private readonly HashSet<string> _hosts =
        new(Names.Select(name => string.Create(CultureInfo.InvariantCulture, $"{name}:{port.Number}")), StringComparer.OrdinalIgnoreCase);

    public int Port => port.Number;

    public string Url => string.Create(CultureInfo.InvariantCulture, $"http://localhost:{Port}");

    public IReadOnlyList<Socket> Sockets => port.Sockets;

    public IEnumerable<IPEndPoint> EndPoints => Sockets.Select(s => (IPEndPoint)s.LocalEndPoint!);

    /// <summary>Whether a request was meant for this address: a name of somebody else's that resolves to this machine is how a web page gets around the origin rule.</summary>
    public bool IsMeant(HostString host) => host.Value is { } value && _hosts.Contains(value);

    public Socket SocketOf(EndPoint endPoint) => Sockets.First(s => s.AddressFamily == endPoint.AddressFamily);

    public void Dispose() => port.Dispose();
}
