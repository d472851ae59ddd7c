using System.Buffers.Binary;
using Aspire.Hosting.Dashboard.Otlp.Protocol;
using Google.Protobuf;

namespace Aspire.Hosting.Dashboard.Tests.Otlp;

/// <summary>Requests as a sender makes them.</summary>
internal static class Payloads
{
    public static KeyValue Attribute(string key, string value) => new() { Key = key, Value = new AnyValue { StringValue = value } };

    public static Resource Sender(string name = "shop") => new() { Attributes = { Attribute("service.name", name) } };

    public static Span Span(ulong id) => new()
    {
        TraceId = ByteString.CopyFrom([.. Id(7), .. Id(id)]),
        SpanId = ByteString.CopyFrom(Id(id)),
        Name = "work",
        StartTimeUnixNano = 1_000_000_000,
        EndTimeUnixNano = 2_000_000_000,
        Attributes = { Attribute("a", "b") },
    };

    public static ExportTraceServiceRequest Trace(params Span[] spans) =>
        new() { ResourceSpans = { new ResourceSpans { Resource = Sender(), ScopeSpans = { new ScopeSpans { Spans = { spans } } } } } };

    public static ExportLogsServiceRequest Logs(params LogRecord[] records) =>
        new() { ResourceLogs = { new ResourceLogs { Resource = Sender(), ScopeLogs = { new ScopeLogs { LogRecords = { records } } } } } };

    public static ExportMetricsServiceRequest Metrics(params Metric[] metrics) =>
        new() { ResourceMetrics = { new ResourceMetrics { Resource = Sender(), ScopeMetrics = { new ScopeMetrics { Metrics = { metrics } } } } } };

    /// <summary>A list in a list in a list: what a parser that calls itself pays for with its stack.</summary>
    public static byte[] DeeplyNested(int depth)
    {
        var value = new AnyValue { StringValue = "deep" };
        for (var i = 0; i < depth; i++)
            value = new AnyValue { ArrayValue = new ArrayValue { Values = { value } } };
        var span = Span(1);
        span.Attributes.Add(new KeyValue { Key = "nested", Value = value });
        return Trace(span).ToByteArray();
    }

    private static byte[] Id(ulong id)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, id);
        return bytes;
    }
}
