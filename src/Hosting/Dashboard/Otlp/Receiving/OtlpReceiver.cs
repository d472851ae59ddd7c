using Grpc.AspNetCore.Server.Model;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Dashboard.Otlp;

/// <summary>
/// The server that telemetry is sent to, apart from that of the pages: a browser has nothing to look for here. Its ports are bound already; the
/// rest comes while the resources start, and a sender that is faster waits for its answer.
/// </summary>
internal sealed class OtlpReceiver(OtlpAddress address, OtlpKey key, OtlpLimits limits, OtlpIntake intake, IEnumerable<IMapOtlpRoutes> others) : IHostedService, IAsyncDisposable
{
    private Task<WebApplication>? _application;
    private bool _isStopped;

    /// <summary>Once it answers.</summary>
    public Task Listening => _application ?? Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _application = Task.Run(
            async () =>
            {
                var application = Create();
                await application.StartAsync(CancellationToken.None);
                return application;
            },
            CancellationToken.None);
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_isStopped)
            return;

        _isStopped = true;
        if (_application is { } starting && await starting.ContinueWith(static t => t.IsCompletedSuccessfully ? t.Result : null, TaskScheduler.Default) is { } application)
        {
            // Senders keep their connections open, and what they still have to say nobody will read.
            using var now = new CancellationTokenSource(TimeSpan.FromSeconds(0.5));
            await application.StopAsync(now.Token);
            await application.DisposeAsync();
        }

        address.Dispose();
    }

    public async ValueTask DisposeAsync() => await StopAsync(CancellationToken.None);

    private WebApplication Create()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            foreach (var endPoint in address.GrpcEndPoints)
                kestrel.Listen(endPoint, static listen => listen.Protocols = HttpProtocols.Http2);
            foreach (var endPoint in address.HttpEndPoints)
                kestrel.Listen(endPoint, static listen => listen.Protocols = HttpProtocols.Http1);
        });
        builder.Services.Configure<SocketTransportOptions>(options => options.CreateBoundListenSocket = address.SocketOf);
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton(intake);
        builder.Services.AddSingleton<OtlpGrpc>();
        builder.Services.AddGrpc(grpc => grpc.MaxReceiveMessageSize = limits.MaxRequestBytes);
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IServiceMethodProvider<OtlpGrpc>, OtlpGrpc.Methods>());

        var application = builder.Build();
        application.Use(next => context => key.InvokeAsync(context, next));
        application.UseRouting();
        application.MapGrpcService<OtlpGrpc>();
        new OtlpHttp(intake, limits).MapTo(application);
        foreach (var routes in others)
            routes.MapTo(application);
        return application;
    }
}

/// <summary>What else is asked for with the same key at the same address.</summary>
internal interface IMapOtlpRoutes
{
    void MapTo(IEndpointRouteBuilder routes);
}
