using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dashboard.Host;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Spectre.Console;
using Yarp.ReverseProxy.Forwarder;

namespace Aspire.Hosting.Running;

internal static class RunModeServices
{
    /// <param name="isUnderTest">A test starts and ends the application itself, and reads what happens from its services.</param>
    public static IServiceCollection AddRunMode(this IServiceCollection services, bool isUnderTest)
    {
        services.AddHttpForwarder();

        // What the person needs to know, the console says in its own words.
        services.AddLogging(logging => logging
            .AddFilter("Microsoft.Hosting.Lifetime", LogLevel.None)
            .AddFilter("Microsoft.Extensions.Hosting", LogLevel.None)
            .AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.None)
            .AddFilter("Yarp", LogLevel.None)
            .AddFilter("Polly", LogLevel.Warning)
            .AddFilter("System.Net.Http.HttpClient", LogLevel.Warning));
        return services
            .Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromMinutes(2))
            .AddSingleton<RunOptions>()
            .AddSingleton(_ => Screen(isUnderTest))
            .AddSingleton(p => new RunConsole(
                p.GetRequiredService<IScreen>(), p.GetRequiredService<ResourceLoggerService>(),
                hasDashboard: p.GetService<DashboardSettings>() is not null, p.GetRequiredService<DistributedApplicationOptions>().EnableResourceLogging))
            .AddSingleton(p => new ParameterPrompt(Console.IsInputRedirected ? null : p.GetRequiredService<IScreen>() as TerminalScreen))
            .AddSingleton(p => new RunFailures(p.GetRequiredService<IHostApplicationLifetime>(), isStopped: !isUnderTest))
            .AddSingleton(p => new Impatience(p.GetRequiredService<RunConsole>(), isListening: !isUnderTest))
            .AddSingleton<Watchdog>()
            .AddSingleton<EndpointAllocator>()
            .AddSingleton(p => new HttpBalancer(p.GetRequiredService<IHttpForwarder>()))
            .AddSingleton<ProxyServer>()
            .AddSingleton<ProcessEnvironment>()
            .AddSingleton<ProjectOutput>()
            .AddSingleton<ParameterWaits>()
            .AddSingleton<Readiness>()
            .AddSingleton<ReplicaLaunch>()
            .AddSingleton<HttpHealthProbe>()
            .AddSingleton<HealthMonitor>()
            .AddSingleton<KeyedHealthChecks>()
            .AddSingleton<Dependencies>()
            .AddSingleton<ReplicaServices>()
            .AddSingleton<Orchestrator>()
            .AddHostedService(p => p.GetRequiredService<Orchestrator>());
    }

    private static IScreen Screen(bool isUnderTest) =>
        isUnderTest ? new PlainScreen(TextWriter.Null)
        : Console.IsOutputRedirected ? new PlainScreen(Console.Out)
        : new TerminalScreen(AnsiConsole.Console);
}
