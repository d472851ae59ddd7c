using Aspire.Hosting.Dashboard.Api;
using Aspire.Hosting.Dashboard.Host;
using Aspire.Hosting.Dashboard.Otlp;
using Aspire.Hosting.Dashboard.Runs;
using Aspire.Hosting.Running;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Aspire.Hosting.Dashboard.Telemetry;

internal static class TelemetryServices
{
    /// <summary>Receives telemetry and keeps it; pages take the <see cref="TelemetryStore"/> of this run, or <see cref="TelemetryRuns"/>.</summary>
    public static IServiceCollection AddTelemetry(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        return services
            .AddSingleton(static p => Read<TelemetryLimits>(p, TelemetryLimits.Section))
            .AddSingleton(static p => Read<RunSettings>(p, RunSettings.Section))
            .AddSingleton<OtlpLimits>()
            .AddSingleton<TelemetryRuns>()
            .AddSingleton(static p => p.GetRequiredService<TelemetryRuns>().Current)
            .AddSingleton(static p => p.GetRequiredService<TelemetryRuns>().Intake)
            .AddSingleton(static p => new OtlpKey(p.GetRequiredService<OtlpSettings>().Key))
            .AddSingleton(Bind)
            .AddSingleton(static p => OtlpDestination.Here(p.GetRequiredService<OtlpSettings>(), p.GetRequiredService<OtlpAddress>(), p.GetRequiredService<OtlpKey>()))
            .AddSingleton<IMapOtlpRoutes, TelemetryApi>()
            .AddSingleton(static p => new OtlpReceiver(p.GetRequiredService<OtlpAddress>(), p.GetRequiredService<Readiness>(), () => Receive(p)))
            .AddHostedService(static p => p.GetRequiredService<OtlpReceiver>());
    }

    private static WebApplication Receive(IServiceProvider services) => OtlpApplication.Create(
        services.GetRequiredService<OtlpAddress>(),
        services.GetRequiredService<OtlpKey>(),
        services.GetRequiredService<OtlpLimits>(),
        services.GetRequiredService<OtlpIntake>(),
        services.GetServices<IMapOtlpRoutes>());

    private static OtlpAddress Bind(IServiceProvider services)
    {
        var (settings, console) = (services.GetRequiredService<OtlpSettings>(), services.GetRequiredService<RunConsole>());
        return new OtlpAddress(
            PreferredPort.Listen(PreferredPort.Of(OtlpSettings.GrpcKey, settings.GrpcUrls), OtlpSettings.GrpcKey, console),
            PreferredPort.Listen(PreferredPort.Of(OtlpSettings.HttpKey, settings.HttpUrls), OtlpSettings.HttpKey, console));
    }

    private static T Read<T>(IServiceProvider services, string section) where T : new() =>
        services.GetRequiredService<IConfiguration>().GetSection(section).Get<T>() ?? new T();
}
