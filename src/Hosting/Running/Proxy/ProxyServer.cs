using System.Net;
using Aspire.Hosting.ApplicationModel;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Aspire.Hosting.Running;

/// <summary>
/// One Kestrel for the HTTP endpoints of all resources, without a web host around it: the ports are bound when it starts, and each request knows
/// by its port which endpoint it is for. Endpoints that speak something else, TLS included, are relayed byte by byte.
/// </summary>
internal sealed class ProxyServer(HttpBalancer balancer, IServiceProvider services) : IHttpApplication<HttpContext>, IAsyncDisposable
{
    private readonly Dictionary<int, (LoopbackPort Port, Rotation Rotation, bool IsHttp2)> _http = [];
    private readonly List<TcpRelay> _relays = [];
    private KestrelServer? _kestrel;

    /// <summary>Called before <see cref="StartAsync"/>.</summary>
    public Rotation Add(IResource resource, EndpointAnnotation endpoint, LoopbackPort port)
    {
        var rotation = new Rotation(resource.Name, endpoint.Name);
        if (endpoint.UriScheme == "http")
        {
            _http.Add(port.Number, (port, rotation, endpoint.Transport == "http2"));
        }
        else
        {
            _relays.Add(new TcpRelay(port, rotation));
        }

        return rotation;
    }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        _relays.ForEach(r => r.Start());
        if (_http.Count == 0)
        {
            return;
        }

        var options = new KestrelServerOptions { AddServerHeader = false, ApplicationServices = services };
        Unlimit(options.Limits);
        foreach (var (port, endpoint) in _http)
        {
            foreach (var socket in endpoint.Port.Sockets)
            {
                options.Listen((IPEndPoint)socket.LocalEndPoint!, listen => listen.Protocols = endpoint.IsHttp2 ? HttpProtocols.Http2 : HttpProtocols.Http1);
            }
        }

        var transport = new SocketTransportFactory(
            Options.Create(new SocketTransportOptions { CreateBoundListenSocket = Bound }), NullLoggerFactory.Instance);
        _kestrel = new KestrelServer(Options.Create(options), transport, NullLoggerFactory.Instance);
        await _kestrel.StartAsync(this, cancellationToken);
    }

    /// <summary>Takes no more connections, and ends when the requests under way have, at the latest when cancelled.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await Task.WhenAll(_relays.Select(r => r.StopAsync(cancellationToken)));
        if (_kestrel is { } kestrel)
        {
            await kestrel.StopAsync(cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _kestrel?.Dispose();
        foreach (var relay in _relays)
        {
            await relay.DisposeAsync();
        }

        foreach (var (_, endpoint) in _http)
        {
            endpoint.Port.Dispose();
        }
    }

    HttpContext IHttpApplication<HttpContext>.CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

    Task IHttpApplication<HttpContext>.ProcessRequestAsync(HttpContext context)
    {
        var (_, rotation, isHttp2) = _http[context.Connection.LocalPort];
        return balancer.ForwardAsync(context, rotation, isHttp2);
    }

    void IHttpApplication<HttpContext>.DisposeContext(HttpContext context, Exception? exception)
    {
    }

    /// <summary>Limits are the service's business; a proxy with its own would answer in its place.</summary>
    private static void Unlimit(KestrelServerLimits limits)
    {
        limits.MaxRequestBodySize = null;
        limits.MinRequestBodyDataRate = null;
        limits.MinResponseDataRate = null;
        limits.MaxRequestLineSize = 1 << 20;
        limits.MaxRequestHeadersTotalSize = 1 << 20;
        limits.MaxRequestHeaderCount = 10_000;
    }

    private System.Net.Sockets.Socket Bound(EndPoint endPoint)
    {
        var wanted = (IPEndPoint)endPoint;
        return _http[wanted.Port].Port.Sockets.First(s => s.AddressFamily == wanted.AddressFamily);
    }
}
