using System.Collections.Immutable;

namespace Aspire.Hosting.Dashboard.Telemetry;

internal sealed class MetricStore(TelemetryLimits limits, TelemetryChanges changes)
{
    private readonly Lock _lock = new();
    private readonly TelemetryRing<MetricPoint> _ring = new(limits.Metrics);
    private readonly Dictionary<MetricSeries, List<MetricPoint>> _series = [];

    /// <summary>How many points were refused, because they would have been of more series than are kept.</summary>
    public int Add(IReadOnlyCollection<MetricPoint> points)
    {
        var refused = 0;
        lock (_lock)
        {
            foreach (var point in points)
            {
                if (!_series.ContainsKey(point.Series) && _series.Count >= limits.MaxSeries)
                {
                    refused++;
                    continue;
                }

                _ring.Add(point, oldest => Remove(oldest.Span));
                if (!_series.TryGetValue(point.Series, out var ofSeries))
                    _series.Add(point.Series, ofSeries = []);
                ofSeries.Add(point);
            }
        }

        changes.Report(TelemetryKinds.Metrics);
        return refused;
    }

    /// <summary>What is measured, by who measures it; in order of name.</summary>
    public IReadOnlyList<MetricInstrument> Instruments()
    {
        MetricSeries[] all;
        lock (_lock)
            all = [.. _series.Keys];
        return [.. all.Select(static s => s.Instrument).Distinct().OrderBy(static i => i.Name, StringComparer.Ordinal).ThenBy(static i => i.Resource.DisplayName, StringComparer.Ordinal)];
    }

    /// <summary>The series of all instruments that match, with their points in the order in which they came.</summary>
    public IReadOnlyList<SeriesPoints> Series(Predicate<MetricInstrument> filter)
    {
        lock (_lock)
            return [.. _series.Where(s => filter(s.Key.Instrument)).Select(static s => new SeriesPoints(s.Key, [.. s.Value]))];
    }

    public RingSnapshot<MetricPoint> Snapshot()
    {
        lock (_lock)
            return _ring.Snapshot();
    }

    public StoredCount Count()
    {
        lock (_lock)
            return new StoredCount(_ring.Count, _ring.Bytes, _ring.Received);
    }

    public void Clear()
    {
        lock (_lock)
        {
            _ring.Clear();
            _series.Clear();
        }

        changes.Report(TelemetryKinds.Metrics);
    }

    private void Remove(ReadOnlySpan<MetricPoint> oldest)
    {
        var firstKept = oldest[^1].Id + 1;
        foreach (var point in oldest)
        {
            if (!_series.TryGetValue(point.Series, out var points) || points[0].Id >= firstKept)
                continue;

            var kept = points.FindIndex(p => p.Id >= firstKept);
            if (kept < 0)
                _series.Remove(point.Series);
            else
                points.RemoveRange(0, kept);
        }
    }
}

internal sealed record SeriesPoints(MetricSeries Series, ImmutableArray<MetricPoint> Points);
