using System.Text;
using Aspire.Hosting.Dashboard.Otlp.Protocol;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Aspire.Hosting.Dashboard.Otlp;

/// <summary>
/// OTLP's JSON: Protobuf's, but for enums, which are numbers, and for ids, which are in hexadecimal and not in base 64. The digits of an id are
/// themselves base 64 of something: so they are read and written as that, and turned into what they mean.
/// </summary>
internal static class OtlpJson
{
    private static readonly JsonParser Parser = new(JsonParser.Settings.Default.WithIgnoreUnknownFields(true));
    private static readonly JsonFormatter Formatter = new(JsonFormatter.Settings.Default);

    /// <exception cref="OtlpFormatException">It is not JSON, or not of this message.</exception>
    public static IMessage Parse(MessageParser parser, ReadOnlyMemory<byte> json) =>
        Parse(parser.ParseFrom(ByteString.Empty).Descriptor, Encoding.UTF8.GetString(json.Span));

    /// <exception cref="OtlpFormatException">It is not JSON, or not of this message.</exception>
    public static IMessage Parse(MessageDescriptor descriptor, string json)
    {
        try
        {
            var message = Parser.Parse(json, descriptor);
            VisitIds(message, static id => FromHex(id.ToBase64()));
            return message;
        }
        catch (Exception exception) when (exception is IOException or FormatException or OverflowException or InvalidOperationException or ArgumentException)
        {
            throw new OtlpFormatException(exception.Message);
        }
    }

    /// <summary>On one line. The message is of no further use: its ids are changed.</summary>
    public static string Write(IMessage message)
    {
        VisitIds(message, static id => ByteString.FromBase64(Convert.ToHexStringLower(id.Span)));
        return Formatter.Format(message);
    }

    public static byte[] WriteBytes(IMessage message) => Encoding.UTF8.GetBytes(Write(message));

    /// <summary>What is not hexadecimal is no id; its reader finds it empty.</summary>
    private static ByteString FromHex(string text) =>
        text.Length % 2 == 0 && text.All(char.IsAsciiHexDigit) ? ByteString.CopyFrom(Convert.FromHexString(text)) : ByteString.Empty;

    private static void VisitIds(IMessage message, Func<ByteString, ByteString> change)
    {
        switch (message)
        {
            case ExportLogsServiceRequest logs:
                foreach (var record in logs.ResourceLogs.SelectMany(static r => r.ScopeLogs).SelectMany(static s => s.LogRecords))
                    (record.TraceId, record.SpanId) = (change(record.TraceId), change(record.SpanId));
                break;
            case ExportTraceServiceRequest traces:
                foreach (var span in traces.ResourceSpans.SelectMany(static r => r.ScopeSpans).SelectMany(static s => s.Spans))
                    VisitIds(span, change);
                break;
            case ExportMetricsServiceRequest metrics:
                foreach (var exemplar in metrics.ResourceMetrics.SelectMany(static r => r.ScopeMetrics).SelectMany(static s => s.Metrics).SelectMany(Exemplars))
                    (exemplar.TraceId, exemplar.SpanId) = (change(exemplar.TraceId), change(exemplar.SpanId));
                break;
        }
    }

    private static void VisitIds(Span span, Func<ByteString, ByteString> change)
    {
        (span.TraceId, span.SpanId, span.ParentSpanId) = (change(span.TraceId), change(span.SpanId), change(span.ParentSpanId));
        foreach (var link in span.Links)
            (link.TraceId, link.SpanId) = (change(link.TraceId), change(link.SpanId));
    }

    private static IEnumerable<Exemplar> Exemplars(Metric metric) => metric.DataCase switch
    {
        Metric.DataOneofCase.Gauge => metric.Gauge.DataPoints.SelectMany(static p => p.Exemplars),
        Metric.DataOneofCase.Sum => metric.Sum.DataPoints.SelectMany(static p => p.Exemplars),
        Metric.DataOneofCase.Histogram => metric.Histogram.DataPoints.SelectMany(static p => p.Exemplars),
        Metric.DataOneofCase.ExponentialHistogram => metric.ExponentialHistogram.DataPoints.SelectMany(static p => p.Exemplars),
        _ => [],
    };
}
