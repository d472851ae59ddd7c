using System.Collections.Immutable;

namespace Aspire.Hosting.Dashboard.Telemetry;

/// <summary>What an exponential histogram has measured between two points. Its buckets grow coarser as it needs: each step makes one of two.</summary>
internal static class ExponentialHistogramChange
{
    /// <param name="previous">Null for all that the point counts. It counts too when the series began anew in between.</param>
    public static Distribution Between(ExponentialHistogramPoint? previous, ExponentialHistogramPoint point)
    {
        if (previous is not null && previous.Start == point.Start && previous.Count <= point.Count && previous.Scale >= point.Scale
            && Minus(point.Positive, previous.Positive, previous.Scale - point.Scale) is { } positive
            && Minus(point.Negative, previous.Negative, previous.Scale - point.Scale) is { } negative
            && previous.ZeroCount <= point.ZeroCount)
        {
            return new Distribution(
                point.Count - previous.Count, (point.Sum - previous.Sum) ?? 0, Min: null, Max: null,
                Buckets(point, positive, negative, point.ZeroCount - previous.ZeroCount));
        }

        return new Distribution(point.Count, point.Sum ?? 0, point.Min, point.Max, Buckets(point, point.Positive, point.Negative, point.ZeroCount));
    }

    /// <summary>Null when something was counted before and is not now.</summary>
    private static ExponentialBuckets? Minus(ExponentialBuckets now, ExponentialBuckets before, int steps)
    {
        var counts = now.Counts.ToArray();
        for (var i = 0; i < before.Counts.Length; i++)
        {
            // 63 steps leave nothing but the sign, and so do more.
            var index = ((long)before.Offset + i >> Math.Min(steps, 63)) - now.Offset;
            if (before.Counts[i] == 0)
                continue;
            if (index < 0 || index >= counts.Length || counts[index] < before.Counts[i])
                return null;
            counts[index] -= before.Counts[i];
        }

        return now with { Counts = [.. counts] };
    }

    private static ImmutableArray<Bucket> Buckets(
        ExponentialHistogramPoint point, ExponentialBuckets positive, ExponentialBuckets negative, ulong zeroCount)
    {
        double Bound(long index) => Math.Pow(2, index * Math.Pow(2, -point.Scale));
        return
        [
            .. negative.Counts.Select((count, i) => new Bucket(-Bound((long)negative.Offset + i + 1), -Bound((long)negative.Offset + i), count)).Reverse(),
            new Bucket(-point.ZeroThreshold, point.ZeroThreshold, zeroCount),
            .. positive.Counts.Select((count, i) => new Bucket(Bound((long)positive.Offset + i), Bound((long)positive.Offset + i + 1), count)),
        ];
    }
}
