using System.Collections.Immutable;

namespace Aspire.Hosting.Dashboard.Telemetry;

/// <summary>What a histogram with explicit bounds has measured between two points.</summary>
internal static class HistogramChange
{
    /// <param name="previous">Null for all that the point counts. It counts too when the series began anew in between.</param>
    public static Distribution Between(HistogramPoint? previous, HistogramPoint point) =>
        previous is not null && Continues(previous, point)
            ? new Distribution(
                point.Count - previous.Count,
                (point.Sum - previous.Sum) ?? 0,
                Min: null,
                Max: null,
                Buckets(point.Bounds, [.. point.BucketCounts.Zip(previous.BucketCounts, static (now, then) => now - then)]))
            : new Distribution(point.Count, point.Sum ?? 0, point.Min, point.Max, Buckets(point.Bounds, point.BucketCounts));

    private static bool Continues(HistogramPoint previous, HistogramPoint point) =>
        previous.Start == point.Start && previous.Count <= point.Count && previous.Bounds.AsSpan().SequenceEqual(point.Bounds.AsSpan())
            && previous.BucketCounts.Length == point.BucketCounts.Length
            && previous.BucketCounts.Zip(point.BucketCounts).All(static pair => pair.First <= pair.Second);

    private static ImmutableArray<Bucket> Buckets(ImmutableArray<double> bounds, ImmutableArray<ulong> counts) =>
    [
        .. counts.Select((count, i) => new Bucket(
            i == 0 ? double.NegativeInfinity : bounds[i - 1], i == bounds.Length ? double.PositiveInfinity : bounds[i], count)),
    ];
}
