using System.Diagnostics;
using System.Diagnostics.Metrics;
using Aspire.Hosting.Dashboard.Otlp;
using Aspire.Hosting.Dashboard.Telemetry;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using SpanKind = Aspire.Hosting.Dashboard.Telemetry.SpanKind;

namespace Aspire.Hosting.Dashboard.Tests.Otlp;

/// <summary>What the exporter of .NET sends, over both of its protocols.</summary>
public sealed class ExporterTests
{
    private static readonly ResourceBuilder Sender = ResourceBuilder.CreateEmpty().AddService("shop", serviceInstanceId: "shop-2");

    public static TheoryData<OtlpExportProtocol> Protocols { get; } = [OtlpExportProtocol.Grpc, OtlpExportProtocol.HttpProtobuf];

    [Theory, MemberData(nameof(Protocols))]
    public async Task TracesComeWhole(OtlpExportProtocol protocol)
    {
        await using var receiver = await Receiver.StartAsync();
        using var source = new ActivitySource($"Traces.{protocol}", "1.2");
        using (var provider = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(Sender).AddSource(source.Name)
            .AddOtlpExporter(o => Configure(o, receiver, protocol, "traces")).Build())
        {
            using var root = source.StartActivity("GET /cart", ActivityKind.Server)!;
            using var child = source.StartActivity("query", ActivityKind.Client)!;
            child.SetTag("rows", 3).SetTag("cached", false).SetTag("tables", new[] { "a", "b" }).SetStatus(ActivityStatusCode.Error, "no such table");
            child.AddException(new InvalidOperationException("boom"));
        }

        var trace = receiver.Store.Traces.Find(receiver.Store.Traces.List()[0].TraceId)!;
        Assert.Equal([("GET /cart", 0), ("query", 1)], trace.Nodes.Select(n => (n.Span.Name, n.Depth)));
        var query = trace.Nodes[1].Span;
        Assert.Equal((SpanKind.Client, SpanStatus.Error, "no such table"), (query.Kind, query.Status, query.StatusMessage));
        Assert.Equal(("3", "false", "[\"a\",\"b\"]"), (query.Attributes.GetText("rows"), query.Attributes.GetText("cached"), query.Attributes.GetText("tables")));
        Assert.Equal("boom", Assert.Single(query.Events).Attributes.GetText("exception.message"));
        Assert.Equal((source.Name, "1.2"), (query.Scope.Name, query.Scope.Version));
        Assert.Equal("shop-2", Assert.Single(receiver.Store.Resources.All()).DisplayName);
    }

    [Theory, MemberData(nameof(Protocols))]
    public async Task LogsComeWhole(OtlpExportProtocol protocol)
    {
        await using var receiver = await Receiver.StartAsync();
        using (var factory = LoggerFactory.Create(logging => logging.AddOpenTelemetry(o => o
            .SetResourceBuilder(Sender).AddOtlpExporter(e => Configure(e, receiver, protocol, "logs")))))
        {
            factory.CreateLogger("Shop.Cart").LogWarning(new EventId(7, "Full"), new InvalidOperationException("boom"), "{Items} in the cart", 12);
        }

        var record = Assert.Single(receiver.Store.Logs.Snapshot().All());
        Assert.Equal((Severity.Warning, "Shop.Cart", "12"), (record.Severity, record.Scope.Name, record.Attributes.GetText("Items")));
        Assert.Contains("in the cart", record.Message, StringComparison.Ordinal);
        Assert.Contains("boom", record.Exception, StringComparison.Ordinal);
        Assert.InRange(record.Time.Time, DateTimeOffset.UtcNow.AddMinutes(-1), DateTimeOffset.UtcNow);
    }

    [Theory, MemberData(nameof(Protocols))]
    public async Task MetricsComeWhole(OtlpExportProtocol protocol)
    {
        await using var receiver = await Receiver.StartAsync();
        using var meter = new Meter($"Metrics.{protocol}");
        using (var provider = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(Sender).AddMeter(meter.Name)
            .AddView("exponential", new Base2ExponentialBucketHistogramConfiguration())
            .AddOtlpExporter((o, reader) =>
            {
                Configure(o, receiver, protocol, "metrics");
                reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = Timeout.Infinite;
            })
            .Build())
        {
            meter.CreateCounter<long>("orders", "{order}").Add(5, new KeyValuePair<string, object?>("kind", "gift"));
            meter.CreateGauge<double>("load").Record(0.25);
            meter.CreateHistogram<double>("duration", "s", advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [1, 2] }).Record(1.5);
            meter.CreateHistogram<double>("exponential").Record(3);
        }

        var series = receiver.Store.Metrics.Series(_ => true).ToDictionary(s => s.Series.Instrument.Name);
        Assert.Equal("orders{kind=gift}", series["orders"].Series.ToString());
        Assert.Equal((MetricKind.Sum, "{order}", true), Kind(series["orders"]));
        Assert.Equal(5, ((NumberPoint)series["orders"].Points[0]).Value.Integer);
        Assert.Equal(0.25, ((NumberPoint)series["load"].Points[0]).Value.Number);
        Assert.Equal([0ul, 1, 0], ((HistogramPoint)series["duration"].Points[0]).BucketCounts);
        Assert.Equal(1ul, ((ExponentialHistogramPoint)series["exponential"].Points[0]).Positive.Counts.Aggregate((x, y) => x + y));
    }

    private static (MetricKind, string, bool) Kind(SeriesPoints points) =>
        (points.Series.Instrument.Kind, points.Series.Instrument.Unit, points.Series.Instrument.IsMonotonic);

    private static void Configure(OtlpExporterOptions options, Receiver receiver, OtlpExportProtocol protocol, string signal)
    {
        options.Protocol = protocol;
        options.Endpoint = new Uri(protocol == OtlpExportProtocol.Grpc ? receiver.Address.GrpcUrl : $"{receiver.Address.HttpUrl}/v1/{signal}");
        options.Headers = $"{OtlpKey.Header}={receiver.Key.Value}";
    }
}
