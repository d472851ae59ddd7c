using Aspire.Hosting.Dashboard.Otlp.Protocol;
using Aspire.Hosting.Dashboard.Telemetry;

namespace Aspire.Hosting.Dashboard.Otlp;

internal static class SpanWriter
{
    public static ExportTraceServiceRequest Write(IEnumerable<TraceSpan> spans) => new()
    {
        ResourceSpans =
        {
            spans.GroupBy(static s => s.Resource).Select(static ofResource => new ResourceSpans
            {
                Resource = AttributeWriter.Write(ofResource.Key),
                ScopeSpans =
                {
                    ofResource.GroupBy(static s => s.Scope).Select(static ofScope => new ScopeSpans
                    {
                        Scope = AttributeWriter.Write(ofScope.Key),
                        Spans = { ofScope.Select(Write) },
                    }),
                },
            }),
        },
    };

    private static Span Write(TraceSpan span) => new()
    {
        TraceId = AttributeWriter.Write(span.TraceId),
        SpanId = AttributeWriter.Write(span.SpanId),
        ParentSpanId = AttributeWriter.Write(span.ParentSpanId),
        TraceState = span.TraceState,
        Flags = span.Flags,
        Name = span.Name,
        Kind = (int)span.Kind,
        StartTimeUnixNano = (ulong)span.Start.Nanoseconds,
        EndTimeUnixNano = (ulong)span.End.Nanoseconds,
        Status = span.Status == SpanStatus.Unset && span.StatusMessage.Length == 0 ? null
            : new Span.Types.Status { Code = (int)span.Status, Message = span.StatusMessage },
        Attributes = { AttributeWriter.Write(span.Attributes) },
        Events = { span.Events.Select(Write) },
        Links = { span.Links.Select(Write) },
        DroppedAttributesCount = span.DroppedAttributes,
        DroppedEventsCount = span.DroppedEvents,
        DroppedLinksCount = span.DroppedLinks,
    };

    private static Span.Types.Event Write(SpanEvent happened) => new()
    {
        TimeUnixNano = (ulong)happened.Time.Nanoseconds,
        Name = happened.Name,
        Attributes = { AttributeWriter.Write(happened.Attributes) },
        DroppedAttributesCount = happened.DroppedAttributes,
    };

    private static Span.Types.Link Write(SpanLink link) => new()
    {
        TraceId = AttributeWriter.Write(link.TraceId),
        SpanId = AttributeWriter.Write(link.SpanId),
        TraceState = link.TraceState,
        Flags = link.Flags,
        Attributes = { AttributeWriter.Write(link.Attributes) },
        DroppedAttributesCount = link.DroppedAttributes,
    };
}
