using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace RegressionAnalyzer.ServiceDefaults;

/// <summary>What every service of this solution shares.</summary>
public static class ServiceDefaultsExtensions
{
    /// <summary>Adds log levels by <c>LOG_LEVEL</c>, telemetry to the collector named by <c>OTEL_EXPORTER_OTLP_ENDPOINT</c>, and
    /// HTTP clients that find services by name and survive passing faults.</summary>
    /// <exception cref="SettingException">A setting has a value that is not allowed.</exception>
    public static TBuilder AddServiceDefaults<TBuilder>(this TBuilder builder)
        where TBuilder : IHostApplicationBuilder
    {
        builder.AddReadableLogs();
        builder.AddTelemetry();
        builder.Services.AddServiceDiscovery();
        builder.Services.ConfigureHttpClientDefaults(static http =>
        {
            http.AddStandardResilienceHandler();
            http.AddServiceDiscovery();
        });
        return builder;
    }
}
