using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace RegressionAnalyzer.Api.Tests.Serving;

/// <summary>What a server was asked.</summary>
public sealed record Asked(string Path, string Headers, string Body);

/// <summary>A server on this machine that stands for one elsewhere.</summary>
public sealed class LocalServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private LocalServer(WebApplication app) => _app = app;

    public ConcurrentQueue<Asked> Requests { get; } = new();

    public Uri Address => new(_app.Services.GetRequiredService<Microsoft.AspNetCore.Hosting.Server.IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    /// <summary>A collector of telemetry, for what <c>OTEL_EXPORTER_OTLP_PROTOCOL</c> says.</summary>
    public static Task<LocalServer> CollectingAsync(string protocol) => protocol == "grpc"
        ? StartAsync(AcceptGrpcAsync, HttpProtocols.Http2)
        : StartAsync(static (_, context) => context.Response.CompleteAsync());

    public static async Task<LocalServer> StartAsync(Func<Asked, HttpContext, Task> answer, HttpProtocols protocols = HttpProtocols.Http1)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ConfigureEndpointDefaults(endpoint => endpoint.Protocols = protocols));
        var app = builder.Build();
        var server = new LocalServer(app);
        app.Run(async context =>
        {
            using var reader = new StreamReader(context.Request.Body, Encoding.Latin1);
            var asked = new Asked(context.Request.Path, string.Join('\n', context.Request.Headers), await reader.ReadToEndAsync(context.RequestAborted));
            server.Requests.Enqueue(asked);
            await answer(asked, context);
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }

    /// <summary>An empty message, and the status of success in the trailer.</summary>
    private static async Task AcceptGrpcAsync(Asked asked, HttpContext context)
    {
        const int Prefix = 5; // a flag and the length of the message that follows
        context.Response.ContentType = "application/grpc";
        await context.Response.Body.WriteAsync(new byte[Prefix], context.RequestAborted);
        context.Response.AppendTrailer("grpc-status", "0");
    }
}
