using Aspire.Hosting.Dashboard.Otlp.Protocol;
using LogRecord = Aspire.Hosting.Dashboard.Telemetry.LogRecord;

namespace Aspire.Hosting.Dashboard.Otlp;

internal static class LogWriter
{
    public static ExportLogsServiceRequest Write(IEnumerable<LogRecord> records) => new()
    {
        ResourceLogs =
        {
            records.GroupBy(static r => r.Resource).Select(static ofResource => new ResourceLogs
            {
                Resource = AttributeWriter.Write(ofResource.Key),
                ScopeLogs =
                {
                    ofResource.GroupBy(static r => r.Scope).Select(static ofScope => new ScopeLogs
                    {
                        Scope = AttributeWriter.Write(ofScope.Key),
                        LogRecords = { ofScope.Select(Write) },
                    }),
                },
            }),
        },
    };

    private static Protocol.LogRecord Write(LogRecord record) => new()
    {
        TimeUnixNano = (ulong)record.Time.Nanoseconds,
        ObservedTimeUnixNano = (ulong)record.ObservedTime.Nanoseconds,
        SeverityNumber = record.SeverityNumber,
        SeverityText = record.SeverityText,
        Body = AttributeWriter.Write(record.Body),
        EventName = record.EventName,
        Attributes = { AttributeWriter.Write(record.Attributes) },
        DroppedAttributesCount = record.DroppedAttributes,
        Flags = record.Flags,
        TraceId = AttributeWriter.Write(record.TraceId),
        SpanId = AttributeWriter.Write(record.SpanId),
    };
}
