using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Aspire.Hosting.Running;

namespace Aspire.Hosting.Dashboard.Otlp;

/// <summary>
/// Where telemetry is received: two ports of the loopback addresses, bound before anything starts. One is gRPC's: without encryption a server
/// cannot tell HTTP/2 from HTTP/1.1 on one port.
/// </summary>
internal sealed class OtlpAddress(LoopbackPort grpc, LoopbackPort http) : IDisposable
{
    public string GrpcUrl => Url(grpc);

    public string HttpUrl => Url(http);

    public IEnumerable<IPEndPoint> GrpcEndPoints => EndPoints(grpc);

    public IEnumerable<IPEndPoint> HttpEndPoints => EndPoints(http);

    public IEnumerable<Socket> Sockets => grpc.Sockets.Concat(http.Sockets);

    public Socket SocketOf(EndPoint endPoint) => Sockets.First(s => endPoint.Equals(s.LocalEndPoint));

    public void Dispose()
    {
        grpc.Dispose();
        http.Dispose();
    }

    private static IEnumerable<IPEndPoint> EndPoints(LoopbackPort port) => port.Sockets.Select(static s => (IPEndPoint)s.LocalEndPoint!);

    private static string Url(LoopbackPort port) => string.Create(CultureInfo.InvariantCulture, $"http://localhost:{port.Number}");
}
