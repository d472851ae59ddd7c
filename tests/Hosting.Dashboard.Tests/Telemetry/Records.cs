using Aspire.Hosting.Dashboard.Telemetry;

namespace Aspire.Hosting.Dashboard.Tests.Telemetry;

/// <summary>Records for tests: what is not said is ordinary.</summary>
internal static class Records
{
    public static readonly TelemetryResource Api = Resource("api", "api-1");

    public static TelemetryResource Resource(string name, string instance) => TelemetryResource.Create(
        [new(TelemetryResource.NameKey, AttributeValue.Of(name)), new(TelemetryResource.InstanceKey, AttributeValue.Of(instance))]);

    public static UnixTime At(double milliseconds) => new((long)(milliseconds * 1e6));

    public static LogRecord Log(double at, string message = "hello") =>
        new() { Resource = Api, Time = At(at), SeverityNumber = 9, Body = AttributeValue.Of(message) };

    public static TraceSpan Span(ulong trace, ulong id, ulong parent = 0, double from = 0, double to = 1, string name = "work") => new()
    {
        Resource = Api,
        TraceId = new TraceId(trace),
        SpanId = new SpanId(id),
        ParentSpanId = new SpanId(parent),
        Name = name,
        Start = At(from),
        End = At(to),
    };

    public static NumberPoint Point(string metric, double at, double value, string? route = null) => new(AttributeValue.Of(value))
    {
        Series = new MetricSeries(
            new MetricInstrument(Records.Api, InstrumentationScope.Unnamed, metric, MetricKind.Gauge), route is null ? [] : [new("route", AttributeValue.Of(route))]),
        Time = At(at),
    };

    public static TelemetryStore Store(TelemetryLimits? limits = null) => new(limits ?? new TelemetryLimits(), TimeProvider.System);
}
