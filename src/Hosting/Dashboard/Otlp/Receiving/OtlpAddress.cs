using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Aspire.Hosting.Running;

namespace Aspire.Hosting.Dashboard.Otlp;

/// <summary>
/// Where telemetry is received: two ports of the loopback addresses, bound before anything starts. One is gRPC's: without encryption a server
/// cannot tell HTTP/2 from HTTP/1.1 on one port.
/// </summary>
internal sealed class OtlpAddress : IDisposable
{
    private readonly LoopbackPort _grpc = LoopbackPort.Listen(null);
    private readonly LoopbackPort _http = LoopbackPort.Listen(null);

    public string GrpcUrl => Url(_grpc);

    public string HttpUrl => Url(_http);

    public IEnumerable<IPEndPoint> GrpcEndPoints => EndPoints(_grpc);

    public IEnumerable<IPEndPoint> HttpEndPoints => EndPoints(_http);

    public Socket SocketOf(EndPoint endPoint) => _grpc.Sockets.Concat(_http.Sockets).First(s => endPoint.Equals(s.LocalEndPoint));

    public void Dispose()
    {
        _grpc.Dispose();
        _http.Dispose();
    }

    private static IEnumerable<IPEndPoint> EndPoints(LoopbackPort port) => port.Sockets.Select(static s => (IPEndPoint)s.LocalEndPoint!);

    private static string Url(LoopbackPort port) => string.Create(CultureInfo.InvariantCulture, $"http://localhost:{port.Number}");
}
