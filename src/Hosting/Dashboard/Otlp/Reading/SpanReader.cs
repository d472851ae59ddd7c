using System.Collections.Immutable;
using Aspire.Hosting.Dashboard.Otlp.Protocol;
using Aspire.Hosting.Dashboard.Telemetry;

namespace Aspire.Hosting.Dashboard.Otlp;

internal sealed class SpanReader(AttributeReader attributes, SourceReader sources)
{
    public List<TraceSpan> Read(ExportTraceServiceRequest request, Rejections rejections)
    {
        var spans = new List<TraceSpan>();
        foreach (var ofResource in request.ResourceSpans)
        {
            var resource = sources.Resource(ofResource.Resource);
            foreach (var ofScope in ofResource.ScopeSpans)
            {
                var scope = sources.Scope(ofScope.Scope);
                foreach (var span in ofScope.Spans)
                {
                    if (Read(span, resource, scope, rejections) is { } read)
                        spans.Add(read);
                }
            }
        }

        return spans;
    }

    private TraceSpan? Read(Span span, TelemetryResource resource, InstrumentationScope scope, Rejections rejections)
    {
        var (traceId, spanId) = (TraceId.Read(span.TraceId.Span), SpanId.Read(span.SpanId.Span));
        var (start, end) = (UnixTime.Read(span.StartTimeUnixNano), UnixTime.Read(span.EndTimeUnixNano));
        if (traceId.IsEmpty || spanId.IsEmpty)
        {
            rejections.Add(traceId.IsEmpty ? "A span has no trace_id of 16 bytes that are not all zero." : "A span has no span_id of 8 bytes that are not all zero.");
            return null;
        }

        if (start.IsUnknown)
        {
            rejections.Add("A span has no start_time_unix_nano.");
            return null;
        }

        var dropped = span.DroppedAttributesCount;
        return new TraceSpan
        {
            Resource = resource,
            Scope = scope,
            TraceId = traceId,
            SpanId = spanId,
            ParentSpanId = SpanId.Read(span.ParentSpanId.Span),
            TraceState = attributes.Text(span.TraceState),
            Flags = span.Flags,
            Name = attributes.Text(span.Name),
            Kind = span.Kind is >= 0 and <= (int)SpanKind.Consumer ? (SpanKind)span.Kind : SpanKind.Unspecified,
            Start = start,

            // A clock that was set back, or a sender that left it out.
            End = end < start ? start : end,
            Status = span.Status?.Code is > 0 and <= (int)SpanStatus.Error and var code ? (SpanStatus)code : SpanStatus.Unset,
            StatusMessage = attributes.Text(span.Status?.Message ?? ""),
            Attributes = attributes.Read(span.Attributes, ref dropped),
            Events = [.. span.Events.Take(attributes.Limits.MaxEvents).Select(Read)],
            Links = Links(span),
            DroppedAttributes = dropped,
            DroppedEvents = span.DroppedEventsCount + (uint)Math.Max(0, span.Events.Count - attributes.Limits.MaxEvents),
            DroppedLinks = span.DroppedLinksCount + (uint)Math.Max(0, span.Links.Count - attributes.Limits.MaxLinks),
        };
    }

    private SpanEvent Read(Span.Types.Event @event)
    {
        var dropped = @event.DroppedAttributesCount;
        return new SpanEvent(
            UnixTime.Read(@event.TimeUnixNano), attributes.Text(@event.Name), attributes.Read(@event.Attributes, ref dropped), dropped);
    }

    private ImmutableArray<SpanLink> Links(Span span) =>
    [
        .. span.Links.Take(attributes.Limits.MaxLinks).Select(link => new SpanLink(
            TraceId.Read(link.TraceId.Span),
            SpanId.Read(link.SpanId.Span),
            attributes.Text(link.TraceState),
            attributes.Read(link.Attributes),
            link.DroppedAttributesCount,
            link.Flags)),
    ];
}
