using Grpc.AspNetCore.Server.Model;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Aspire.Hosting.Dashboard.Otlp;

/// <summary>The web application that telemetry is sent to, apart from that of the pages: a browser has nothing to look for here.</summary>
internal static class OtlpApplication
{
    public static WebApplication Create(OtlpAddress address, OtlpKey key, OtlpLimits limits, OtlpIntake intake, IEnumerable<IMapOtlpRoutes> others)
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
