using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dashboard.ConsoleLogs;
using Aspire.Hosting.Dashboard.Resources;
using Aspire.Hosting.Dashboard.Runs;
using Aspire.Hosting.Dashboard.Security;
using Aspire.Hosting.Dashboard.Shell;
using Aspire.Hosting.Dashboard.Telemetry;
using Aspire.Hosting.Running;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.FluentUI.AspNetCore.Components;

namespace Aspire.Hosting.Dashboard.Host;

/// <summary>The web application of the dashboard. It has a container of its own, and of the AppHost's only what its pages show.</summary>
internal static class DashboardApplication
{
    public static WebApplication Create(DashboardAddress address, LoginTokens tokens, IServiceProvider host)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = typeof(DashboardApplication).Assembly.GetName().Name });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            foreach (var endPoint in address.EndPoints)
            {
                kestrel.Listen(endPoint);
            }
        });
        builder.Services.Configure<SocketTransportOptions>(options => options.CreateBoundListenSocket = address.SocketOf);
        builder.Services.AddSingleton<ILoggerFactory>(new BorrowedLoggerFactory(host.GetRequiredService<ILoggerFactory>()));
        AddPages(builder.Services);
        builder.Services.AddSingleton(address).AddSingleton(tokens).AddSingleton<Sessions>().AddSingleton<Gate>().AddSingleton<LoginPage>().AddSingleton<Assets>();
        AddWhatIsShown(builder.Services, host);

        var application = builder.Build();
        application.UseWebSockets();
        application.Use(Pass(application.Services.GetRequiredService<Gate>().InvokeAsync));
        application.Use(Pass(application.Services.GetRequiredService<Assets>().InvokeAsync));
        application.UseRouting();
        application.UseAntiforgery();
        application.Map(LoginPage.Path, application.Services.GetRequiredService<LoginPage>().InvokeAsync);
        ConsoleDownload.MapTo(application);
        TelemetryDownload.MapTo(application);
        application.MapRazorComponents<App>().AddInteractiveServerRenderMode();
        return application;
    }

    private static void AddPages(IServiceCollection services)
    {
        services.AddRouting();
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddFluentUIComponents();

        // Keys that end with the process: nothing that they protect outlives it, and nothing is written to the person's home.
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
    }

    private static void AddWhatIsShown(IServiceCollection services, IServiceProvider host) => services
        .AddSingleton(host.GetRequiredService<DistributedApplicationModel>())
        .AddSingleton(host.GetRequiredService<DistributedApplicationExecutionContext>())
        .AddSingleton(host.GetRequiredService<ResourceNotificationService>())
        .AddSingleton(host.GetRequiredService<ResourceLoggerService>())
        .AddSingleton(host.GetRequiredService<ResourceCommandService>())
        .AddSingleton(host.GetRequiredService<ParameterWaits>())
        .AddSingleton(host.GetRequiredService<TelemetryStore>())
        .AddSingleton(host.GetRequiredService<TelemetryRuns>())
        .AddSingleton(TimeProvider.System)
        .AddSingleton(NameOf(host))
        .AddSingleton<ResourceBoard>()
        .AddSingleton<ProcessUsage>()
        .AddSingleton<Relations>()
        .AddSingleton(host.GetRequiredService<ConsoleArchive>())
        .AddHostedService(p => p.GetRequiredService<ResourceBoard>())
        .AddScoped<ShownRun>()
        .AddScoped<Notices>()
        .AddScoped<Commands>();

    /// <summary>As its options say, or as the AppHost's project is called.</summary>
    private static ApplicationName NameOf(IServiceProvider host) => new(
        host.GetRequiredService<DistributedApplicationOptions>().DashboardApplicationName
        ?? host.GetRequiredService<IHostEnvironment>().ApplicationName.Replace(".AppHost", "", StringComparison.Ordinal));

    private static Func<RequestDelegate, RequestDelegate> Pass(
        Func<HttpContext, RequestDelegate, Task> middleware) => next => context => middleware(context, next);

    /// <summary>The dashboard's troubles are written where the AppHost's are; its routine is not.</summary>
    private sealed class BorrowedLoggerFactory(ILoggerFactory factory) : ILoggerFactory
    {
        public ILogger CreateLogger(string categoryName) => new Troubles(
            factory.CreateLogger($"Dashboard.{categoryName}"),
            // It warns of keys that are not encrypted where they are kept; these are kept nowhere.
            categoryName.StartsWith("Microsoft.AspNetCore.DataProtection", StringComparison.Ordinal) ? LogLevel.Error : LogLevel.Warning);

        public void AddProvider(ILoggerProvider provider) => factory.AddProvider(provider);

        public void Dispose()
        {
            // It is the AppHost's.
        }
    }

    private sealed class Troubles(ILogger logger, LogLevel least) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= least && logger.IsEnabled(logLevel);

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                logger.Log(logLevel, eventId, state, exception, formatter);
            }
        }
    }
}
