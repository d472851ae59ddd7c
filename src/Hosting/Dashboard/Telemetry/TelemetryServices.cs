using Aspire.Hosting.Dashboard.Api;
using Aspire.Hosting.Dashboard.Otlp;
using Aspire.Hosting.Dashboard.Runs;
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
            .AddSingleton(static _ => new OtlpKey())
            .AddSingleton<OtlpAddress>()
            .AddSingleton<OtlpDestination>()
            .AddSingleton<IMapOtlpRoutes, TelemetryApi>()
            .AddSingleton<OtlpReceiver>()
            .AddHostedService(static p => p.GetRequiredService<OtlpReceiver>());
    }

    private static T Read<T>(IServiceProvider services, string section) where T : new() =>
        services.GetRequiredService<IConfiguration>().GetSection(section).Get<T>() ?? new T();
}
