using Aspire.Hosting.Dashboard.Otlp;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Aspire.Hosting.Dashboard.Telemetry;

internal static class TelemetryServices
{
    /// <summary>Receives telemetry and keeps it; pages take the <see cref="TelemetryStore"/>.</summary>
    public static IServiceCollection AddTelemetry(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        return services
            .AddSingleton(static p => p.GetRequiredService<IConfiguration>().GetSection(TelemetryLimits.Section).Get<TelemetryLimits>() ?? new TelemetryLimits())
            .AddSingleton<TelemetryStore>()
            .AddSingleton<OtlpLimits>()
            .AddSingleton<OtlpIntake>(static p => new OtlpIntake(
                p.GetRequiredService<TelemetryStore>(), p.GetRequiredService<OtlpLimits>(), p.GetRequiredService<TimeProvider>()))
            .AddSingleton(static _ => new OtlpKey())
            .AddSingleton<OtlpAddress>()
            .AddSingleton<OtlpReceiver>()
            .AddHostedService(static p => p.GetRequiredService<OtlpReceiver>());
    }
}
