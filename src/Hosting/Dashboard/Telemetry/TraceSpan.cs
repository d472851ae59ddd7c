using System.Collections.Immutable;

namespace Aspire.Hosting.Dashboard.Telemetry;

/// <summary>One step of a trace.</summary>
internal sealed record TraceSpan : ITelemetryRecord
{
    public long Id { get; set; }

    public required TelemetryResource Resource { get; init; }

    public InstrumentationScope Scope { get; init; } = InstrumentationScope.Unnamed;

    public required TraceId TraceId { get; init; }

    public required SpanId SpanId { get; init; }

    /// <summary>Empty for the root.</summary>
    public SpanId ParentSpanId { get; init; }

    public string TraceState { get; init; } = "";

    public uint Flags { get; init; }

    public required string Name { get; init; }

    public SpanKind Kind { get; init; }

    public required UnixTime Start { get; init; }

    /// <summary>Never before the start.</summary>
    public required UnixTime End { get; init; }

    public SpanStatus Status { get; init; }

    public string StatusMessage { get; init; } = "";

    public ImmutableArray<TelemetryAttribute> Attributes { get; init; } = [];

    public ImmutableArray<SpanEvent> Events { get; init; } = [];

    public ImmutableArray<SpanLink> Links { get; init; } = [];

    public uint DroppedAttributes { get; init; }

    public uint DroppedEvents { get; init; }

    public uint DroppedLinks { get; init; }

    public UnixTime Time => Start;

    public TimeSpan Duration => End - Start;

    public bool IsRoot => ParentSpanId.IsEmpty;

    public bool IsError => Status == SpanStatus.Error;

    public int Size => 320
        + TelemetrySize.OfString(TraceState) + TelemetrySize.OfString(StatusMessage) + TelemetrySize.Of(Attributes)
        + TelemetrySize.OfArray(Events.Length, 8) + Events.Sum(static e => e.Size)
        + TelemetrySize.OfArray(Links.Length, 8) + Links.Sum(static l => l.Size);
}

internal enum SpanKind
{
    Unspecified,
    Internal,
    Server,
    Client,
    Producer,
    Consumer,
}

internal enum SpanStatus
{
    Unset,
    Ok,
    Error,
}
