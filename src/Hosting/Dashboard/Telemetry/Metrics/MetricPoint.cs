using System.Collections.Immutable;

namespace Aspire.Hosting.Dashboard.Telemetry;

/// <summary>What a series said at one time.</summary>
internal abstract record MetricPoint : ITelemetryRecord
{
    public long Id { get; set; }

    public required MetricSeries Series { get; init; }

    /// <summary>Since when a cumulative point counts; it changes when the process starts anew.</summary>
    public UnixTime Start { get; init; }

    public required UnixTime Time { get; init; }

    public uint Flags { get; init; }

    public ImmutableArray<Exemplar> Exemplars { get; init; } = [];

    public TelemetryResource Resource => Series.Instrument.Resource;

    public int Size => 72 + OwnSize + TelemetrySize.OfArray(Exemplars.Length, 8) + Exemplars.Sum(static e => e.Size);

    protected abstract int OwnSize { get; }
}

/// <summary>Of a gauge or a sum.</summary>
/// <param name="Value">Whole (<see cref="AttributeKind.Integer"/>) or not, as it was sent.</param>
internal sealed record NumberPoint(AttributeValue Value) : MetricPoint
{
    protected override int OwnSize => 24;
}

/// <param name="Bounds">The upper ends of all buckets but the last, which has none; one less than there are counts. Both may be empty.</param>
internal sealed record HistogramPoint(
    ulong Count, double? Sum, double? Min, double? Max, ImmutableArray<double> Bounds, ImmutableArray<ulong> BucketCounts) : MetricPoint
{
    protected override int OwnSize => 72 + TelemetrySize.OfArray(Bounds.Length, 8) + TelemetrySize.OfArray(BucketCounts.Length, 8);
}

/// <param name="Scale">Bucket i is from base^i to base^(i+1), where base is 2^(2^-scale).</param>
internal sealed record ExponentialHistogramPoint(
    ulong Count,
    double? Sum,
    double? Min,
    double? Max,
    int Scale,
    ulong ZeroCount,
    double ZeroThreshold,
    ExponentialBuckets Positive,
    ExponentialBuckets Negative) : MetricPoint
{
    protected override int OwnSize => 136 + TelemetrySize.OfArray(Positive.Counts.Length, 8) + TelemetrySize.OfArray(Negative.Counts.Length, 8);
}

/// <summary>What older clients send: quantiles that they have worked out themselves.</summary>
internal sealed record SummaryPoint(ulong Count, double Sum, ImmutableArray<(double Quantile, double Value)> Quantiles) : MetricPoint
{
    protected override int OwnSize => 24 + TelemetrySize.OfArray(Quantiles.Length, 16);
}

/// <param name="Offset">The index of the first of the counts.</param>
internal readonly record struct ExponentialBuckets(int Offset, ImmutableArray<ulong> Counts)
{
    public static ExponentialBuckets None { get; } = new(0, []);
}
