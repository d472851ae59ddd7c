using Aspire.Hosting.Dashboard.Otlp.Protocol;
using Aspire.Hosting.Dashboard.Telemetry;
using Wire = Aspire.Hosting.Dashboard.Otlp.Protocol.LogRecord;

namespace Aspire.Hosting.Dashboard.Otlp;

internal sealed class LogReader(AttributeReader attributes, SourceReader sources)
{
    public List<Telemetry.LogRecord> Read(ExportLogsServiceRequest request, UnixTime now)
    {
        var records = new List<Telemetry.LogRecord>();
        foreach (var ofResource in request.ResourceLogs)
        {
            var resource = sources.Resource(ofResource.Resource);
            foreach (var ofScope in ofResource.ScopeLogs)
            {
                var scope = sources.Scope(ofScope.Scope);
                foreach (var record in ofScope.LogRecords)
                    records.Add(Read(record, resource, scope, now));
            }
        }

        return records;
    }

    /// <summary>Nothing of a log record is so wrong that it should not be shown; ids that are none are left out, as OTLP says.</summary>
    private Telemetry.LogRecord Read(Wire record, TelemetryResource resource, InstrumentationScope scope, UnixTime now)
    {
        var observed = UnixTime.Read(record.ObservedTimeUnixNano);
        var time = UnixTime.Read(record.TimeUnixNano);
        var dropped = record.DroppedAttributesCount;
        return new Telemetry.LogRecord
        {
            Resource = resource,
            Scope = scope,
            Time = !time.IsUnknown ? time : !observed.IsUnknown ? observed : now,
            ObservedTime = observed,
            SeverityNumber = record.SeverityNumber,
            SeverityText = attributes.Text(record.SeverityText),
            Body = attributes.Read(record.Body),
            EventName = attributes.Text(record.EventName),
            Attributes = attributes.Read(record.Attributes, ref dropped),
            DroppedAttributes = dropped,
            TraceId = TraceId.Read(record.TraceId.Span),
            SpanId = SpanId.Read(record.SpanId.Span),
            Flags = record.Flags,
        };
    }
}
