using Aspire.Hosting.Dashboard.Telemetry;

namespace Aspire.Hosting.Dashboard.Metrics;

/// <summary>How often something was between two values: the buckets of histograms, of several series and points together.</summary>
internal sealed class Distribution
{
    private readonly SortedDictionary<(double Low, double High), double> _buckets = [];

    public double Count => _buckets.Values.Sum();

    /// <param name="before">The point before it, where points count from the start of the process; its counts are taken off.</param>
    public void Add(MetricPoint point, MetricPoint? before)
    {
        var old = before is null ? [] : Buckets(before).ToDictionary(b => (b.Low, b.High), b => b.Count);
        foreach (var (low, high, count) in Buckets(point))
        {
            var added = count - old.GetValueOrDefault((low, high));
            if (added > 0)
            {
                _buckets[(low, high)] = _buckets.GetValueOrDefault((low, high)) + added;
            }
        }
    }

    /// <summary>The value below which the share lies, taken to be spread evenly within its bucket.</summary>
    /// <returns>No number when there is nothing.</returns>
    public double Percentile(double share)
    {
        var rest = share * Count;
        foreach (var ((low, high), count) in _buckets)
        {
            if (rest <= count)
            {
                // The last bucket has no end; all that is known is where it begins.
                return double.IsPositiveInfinity(high) ? low : low + ((high - low) * (rest / count));
            }

            rest -= count;
        }

        return _buckets.Count == 0 ? double.NaN : _buckets.Last().Key.Low;
    }

    private static IEnumerable<(double Low, double High, double Count)> Buckets(MetricPoint point) => point switch
    {
        HistogramPoint histogram => histogram.BucketCounts.Select((count, i) => (
            i == 0 ? Math.Min(0, histogram.Bounds.FirstOrDefault()) : histogram.Bounds[i - 1],
            i < histogram.Bounds.Length ? histogram.Bounds[i] : double.PositiveInfinity,
            (double)count)),
        ExponentialHistogramPoint exponential => Exponential(exponential),
        _ => [],
    };

    private static IEnumerable<(double Low, double High, double Count)> Exponential(ExponentialHistogramPoint point)
    {
        var growth = Math.Pow(2, Math.Pow(2, -point.Scale));
        if (point.ZeroCount > 0)
        {
            yield return (-point.ZeroThreshold, point.ZeroThreshold, point.ZeroCount);
        }

        foreach (var (i, count) in point.Negative.Counts.Index())
        {
            yield return (-Math.Pow(growth, point.Negative.Offset + i + 1), -Math.Pow(growth, point.Negative.Offset + i), count);
        }

        foreach (var (i, count) in point.Positive.Counts.Index())
        {
            yield return (Math.Pow(growth, point.Positive.Offset + i), Math.Pow(growth, point.Positive.Offset + i + 1), count);
        }
    }
}
