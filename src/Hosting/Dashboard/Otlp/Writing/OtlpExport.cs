using Aspire.Hosting.Dashboard.Telemetry;
using Google.Protobuf;

namespace Aspire.Hosting.Dashboard.Otlp;

/// <summary>Telemetry as a file: OTLP's JSON, a request on each line, as the Collector's file exporter writes it and others read it.</summary>
internal static class OtlpExport
{
    private const int RecordsPerLine = 500;

    public static IEnumerable<string> Lines(IEnumerable<LogRecord> records) => Lines(records, LogWriter.Write);

    public static IEnumerable<string> Lines(IEnumerable<TraceSpan> spans) => Lines(spans, SpanWriter.Write);

    public static IEnumerable<string> Lines(IEnumerable<MetricPoint> points) => Lines(points, MetricWriter.Write);

    private static IEnumerable<string> Lines<T>(IEnumerable<T> records, Func<IEnumerable<T>, IMessage> write) =>
        records.Chunk(RecordsPerLine).Select(chunk => OtlpJson.Write(write(chunk)));
}
