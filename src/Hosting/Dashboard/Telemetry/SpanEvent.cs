using System.Collections.Immutable;

namespace Aspire.Hosting.Dashboard.Telemetry;

/// <summary>What happened at one moment of a span, an exception for one.</summary>
internal sealed record SpanEvent(UnixTime Time, string Name, ImmutableArray<TelemetryAttribute> Attributes, uint DroppedAttributes = 0)
{
    public int Size => 56 + TelemetrySize.Of(Attributes);
}
