using System.Collections.Immutable;

namespace Aspire.Hosting.Dashboard.Telemetry;

/// <summary>Another span, of this trace or another, that has to do with this one.</summary>
internal sealed record SpanLink(
    TraceId TraceId, SpanId SpanId, string TraceState, ImmutableArray<TelemetryAttribute> Attributes, uint DroppedAttributes = 0, uint Flags = 0)
{
    public int Size => 80 + TelemetrySize.OfString(TraceState) + TelemetrySize.Of(Attributes);
}
