using System.Collections.Immutable;

namespace Aspire.Hosting.Dashboard.Telemetry;

/// <param name="Lower">Not included; minus infinity for the first of a histogram with explicit bounds.</param>
/// <param name="Upper">Included; infinity for the last.</param>
internal readonly record struct Bucket(double Lower, double Upper, double Count);

/// <summary>How measurements were spread, as far as buckets tell.</summary>
/// <param name="Buckets">In ascending order.</param>
/// <param name="Min">Null where the sender did not say; so <paramref name="Max"/>.</param>
internal sealed record Distribution(double Count, double Sum, double? Min, double? Max, ImmutableArray<Bucket> Buckets)
{
    public double Mean => Count > 0 ? Sum / Count : double.NaN;

    /// <summary>
    /// The value that this part of all measurements does not exceed: within a bucket they are taken to lie evenly. NaN when there are none. In an open
    /// bucket at an end it is the extreme that the sender named, or else the bucket's one bound.
    /// </summary>
    /// <param name="fraction">0.99 for the 99th percentile.</param>
    public double Percentile(double fraction)
    {
        var total = Buckets.Sum(static b => b.Count);
        var rank = fraction * total;
        foreach (var bucket in total > 0 ? Buckets : [])
        {
            if (rank <= bucket.Count && bucket.Count > 0)
                return Within(bucket, rank / bucket.Count);
            rank -= bucket.Count;
        }

        return double.NaN;
    }

    /// <summary>Of two senders; buckets that differ stand beside each other.</summary>
    public Distribution Plus(Distribution other) => new(
        Count + other.Count,
        Sum + other.Sum,
        Min is { } min && other.Min is { } otherMin ? Math.Min(min, otherMin) : null,
        Max is { } max && other.Max is { } otherMax ? Math.Max(max, otherMax) : null,
        [
            .. Buckets.Concat(other.Buckets)
                .GroupBy(static b => (b.Lower, b.Upper), static (key, same) => new Bucket(key.Lower, key.Upper, same.Sum(static b => b.Count)))
                .OrderBy(static b => b.Lower).ThenBy(static b => b.Upper),
        ]);

    private double Within(Bucket bucket, double fraction)
    {
        var lower = double.IsFinite(bucket.Lower) ? bucket.Lower : Min ?? Math.Min(0, bucket.Upper);
        var upper = double.IsFinite(bucket.Upper) ? bucket.Upper : Max ?? bucket.Lower;
        var value = double.IsFinite(lower) && double.IsFinite(upper) ? lower + (Math.Max(0, upper - lower) * fraction) : double.NaN;
        return Min is { } min && Max is { } max && min <= max ? Math.Clamp(value, min, max) : value;
    }
}
