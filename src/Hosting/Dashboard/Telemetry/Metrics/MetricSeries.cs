using System.Collections.Immutable;

namespace Aspire.Hosting.Dashboard.Telemetry;

/// <summary>One instrument with one set of attributes: what its points have in common.</summary>
internal sealed class MetricSeries(MetricInstrument instrument, ImmutableArray<TelemetryAttribute> attributes) : IEquatable<MetricSeries>
{
    private readonly int _hash = HashOf(instrument, attributes);

    public MetricInstrument Instrument { get; } = instrument;

    /// <summary>In the order of their keys, so that equal sets are equal.</summary>
    public ImmutableArray<TelemetryAttribute> Attributes { get; } = attributes;

    public int Size => 80 + TelemetrySize.Of(Attributes);

    public bool Equals(MetricSeries? other) => other is not null && (ReferenceEquals(this, other)
        || (_hash == other._hash && Instrument == other.Instrument && Attributes.AsSpan().SequenceEqual(other.Attributes.AsSpan())));

    public override bool Equals(object? obj) => Equals(obj as MetricSeries);

    public override int GetHashCode() => _hash;

    public override string ToString() =>
        $"{Instrument.Name}{{{string.Join(", ", Attributes.Select(static a => $"{a.Key}={a.Value}"))}}}";

    private static int HashOf(MetricInstrument instrument, ImmutableArray<TelemetryAttribute> attributes)
    {
        var hash = new HashCode();
        hash.Add(instrument);
        foreach (var attribute in attributes)
            hash.Add(attribute);
        return hash.ToHashCode();
    }
}
