using System.Diagnostics;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace RegressionAnalyzer.Bench.Telemetry;

/// <summary>One service, with the exporter of .NET and its batches.</summary>
internal sealed partial class Sender : IDisposable
{
    private readonly ActivitySource _source;
    private readonly TracerProvider _traces;
    private readonly ILoggerFactory _factory;
    private readonly ILogger _logger;
    private int _requests;

    public Sender(string name, AppHost appHost, OtlpExportProtocol protocol)
    {
        var resource = ResourceBuilder.CreateEmpty().AddService(name, serviceInstanceId: $"{name}-1");
        _source = new ActivitySource(name);
        _traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource).AddSource(name)
            .AddOtlpExporter(o => Configure(o, appHost, protocol, "traces")).Build();
        _factory = LoggerFactory.Create(logging => logging.AddOpenTelemetry(o => o.SetResourceBuilder(resource).AddOtlpExporter((exporter, processor) =>
        {
            Configure(exporter, appHost, protocol, "logs");
            processor.BatchExportProcessorOptions.ScheduledDelayMilliseconds = 500;
            processor.BatchExportProcessorOptions.MaxQueueSize = 100_000;
        })));
        _logger = _factory.CreateLogger("Shop.Orders");
    }

    /// <summary>A request with what is logged about it; every hundredth goes wrong.</summary>
    public void Request(int logs)
    {
        var number = ++_requests;
        using var activity = _source.StartActivity($"POST /orders/{number % 20}", ActivityKind.Server);
        activity?.SetTag("http.response.status_code", number % 100 == 0 ? 500 : 200).SetTag("order", number);
        for (var i = 0; i < logs; i++)
        {
            if (number % 100 == 0)
                Failed(_logger, number, i);
            else
                Took(_logger, number, i, number * 31 % 400);
        }

        if (number % 100 == 0)
            activity?.SetStatus(ActivityStatusCode.Error, "no such article");
    }

    public void Dispose()
    {
        _traces.Dispose();
        _factory.Dispose();
        _source.Dispose();
    }

    private static void Configure(OtlpExporterOptions options, AppHost appHost, OtlpExportProtocol protocol, string signal)
    {
        options.Protocol = protocol;
        options.Endpoint = protocol == OtlpExportProtocol.Grpc ? appHost.Grpc : new Uri(appHost.Http, $"/v1/{signal}");
        options.Headers = $"x-otlp-api-key={AppHost.Key}";
        options.BatchExportProcessorOptions.ScheduledDelayMilliseconds = 500;
        options.BatchExportProcessorOptions.MaxQueueSize = 100_000;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Order {Order}, step {Step}: {Articles} articles were taken from the shelf and put into the box")]
    private static partial void Took(ILogger logger, int order, int step, int articles);

    [LoggerMessage(Level = LogLevel.Error, Message = "Order {Order}, step {Step}: there is no such article")]
    private static partial void Failed(ILogger logger, int order, int step);
}
