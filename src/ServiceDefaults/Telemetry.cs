using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace RegressionAnalyzer.ServiceDefaults;

/// <summary>Traces, metrics and logs over OTLP.</summary>
internal static class Telemetry
{
    /// <summary>Sources and meters of this solution start so; their exact names are each feature's own.</summary>
    private const string Own = "RegressionAnalyzer.*";

    public static void AddTelemetry(this IHostApplicationBuilder builder)
    {
        var endpoint = builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"];
        if (string.IsNullOrWhiteSpace(endpoint))
            return; // Nobody listens: the libraries are not even loaded, which a cold start feels.

        if (!Uri.TryCreate(endpoint, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            throw new SettingException("OTEL_EXPORTER_OTLP_ENDPOINT", endpoint, "an http or https address such as http://collector:4317");

        builder.Logging.AddOpenTelemetry(static logs =>
        {
            logs.IncludeFormattedMessage = true;
            logs.IncludeScopes = true;
        });
        builder.Services.AddOpenTelemetry()
            .WithMetrics(static metrics => metrics
                .AddAspNetCoreInstrumentation()
                .AddHttpClientInstrumentation()
                .AddRuntimeInstrumentation()
                .AddMeter(Own))
            .WithTracing(static traces => traces
                .AddSource(Own)
                .AddAspNetCoreInstrumentation(static asp => asp.Filter = static context => !IsProbe(context.Request.Path))
                .AddHttpClientInstrumentation())
            .UseOtlpExporter();
    }

    private static bool IsProbe(string path) => path.EndsWith("/health", StringComparison.Ordinal);
}
