using System.Collections.Immutable;

namespace Aspire.Hosting.Dashboard.Telemetry;

/// <summary>The part of a program that logs, traces or measures: a logger's category, an activity source, a meter.</summary>
internal sealed record InstrumentationScope(string Name, string Version, ImmutableArray<TelemetryAttribute> Attributes)
{
    public static InstrumentationScope Unnamed { get; } = new("", "", []);

    public bool Equals(InstrumentationScope? other) =>
        other is not null && (ReferenceEquals(this, other)
            || (Name == other.Name && Version == other.Version && Attributes.AsSpan().SequenceEqual(other.Attributes.AsSpan())));

    public override int GetHashCode() => HashCode.Combine(Name, Version, Attributes.Length);
}
