using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Aspire.Hosting.Dashboard.Tests.Otlp;

/// <summary>This program once more, as a process that sends one of each and ends. Where to, and as whom, it is told by its environment alone.</summary>
internal static class ExportingProgram
{
    public const string Variable = "TELEMETRY_EXPORTING_PROGRAM";

    [ModuleInitializer]
    internal static void Run()
    {
        if (Environment.GetEnvironmentVariable(Variable) is null)
            return;

        using var source = new ActivitySource("Exporting");
        using var meter = new Meter("Exporting");
        using (Sdk.CreateTracerProviderBuilder().AddSource(source.Name).AddOtlpExporter().Build())
        using (Sdk.CreateMeterProviderBuilder().AddMeter(meter.Name).AddOtlpExporter().Build())
        using (var factory = LoggerFactory.Create(static logging => logging.AddOpenTelemetry(static o => o.AddOtlpExporter())))
        {
            using var activity = source.StartActivity("sent");
            meter.CreateCounter<int>("sent").Add(1);
            factory.CreateLogger("Exporting").LogInformation("sent");
        }

        Environment.Exit(0);
    }
}
