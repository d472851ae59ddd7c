using System.Collections.Immutable;

namespace Aspire.Hosting.Dashboard.Telemetry;

internal sealed record LogRecord : ITelemetryRecord
{
    public long Id { get; set; }

    public required TelemetryResource Resource { get; init; }

    public InstrumentationScope Scope { get; init; } = InstrumentationScope.Unnamed;

    /// <summary>When it happened or, where the sender did not say, when it was seen.</summary>
    public required UnixTime Time { get; init; }

    public UnixTime ObservedTime { get; init; }

    /// <summary>1 to 24 as OTLP has it; <see cref="Severity"/> is the range.</summary>
    public int SeverityNumber { get; init; }

    /// <summary>As the sender calls it; may be empty.</summary>
    public string SeverityText { get; init; } = "";

    public AttributeValue Body { get; init; }

    public string EventName { get; init; } = "";

    public ImmutableArray<TelemetryAttribute> Attributes { get; init; } = [];

    public TraceId TraceId { get; init; }

    public SpanId SpanId { get; init; }

    public uint Flags { get; init; }

    /// <summary>Left out by the sender, or here because there were too many.</summary>
    public uint DroppedAttributes { get; init; }

    public Severity Severity => Severities.Of(SeverityNumber);

    public string Message => Body.ToString();

    /// <summary>The exception as text with its stack, where the record carries one.</summary>
    public string? Exception => Attributes.GetText("exception.stacktrace") ?? Attributes.GetText("exception.message");

    public int Size => 176 + Body.Size + TelemetrySize.Of(Attributes);
}
