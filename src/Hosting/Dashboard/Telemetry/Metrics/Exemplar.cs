using System.Collections.Immutable;

namespace Aspire.Hosting.Dashboard.Telemetry;

/// <summary>One measurement behind a point, with the span in which it was made: the way from a metric to a trace.</summary>
internal sealed record Exemplar(
    UnixTime Time, AttributeValue Value, TraceId TraceId, SpanId SpanId, ImmutableArray<TelemetryAttribute> Attributes)
{
    public int Size => 88 + TelemetrySize.Of(Attributes);
}
