using System.Collections.Immutable;
using Aspire.Hosting.Dashboard.Telemetry;

namespace Aspire.Hosting.Dashboard.Runs;

/// <summary>One instrument of a resource over the whole of two runs, all its series together.</summary>
/// <param name="Before">Null when it said nothing; so <paramref name="After"/>.</param>
internal sealed record MetricComparison(string Resource, string Name, string Unit, MetricKind Kind, bool IsMonotonic, ChartPoint? Before, ChartPoint? After)
{
    public static ImmutableArray<MetricComparison> Between(TelemetryStore before, TelemetryStore after)
    {
        var (then, now) = (Whole(before), Whole(after));
        return
        [
            .. then.Keys.Union(now.Keys)
                .Select(key => new MetricComparison(
                    key.Resource, key.Name, key.Unit, key.Kind, key.IsMonotonic, then.GetValueOrDefault(key), now.GetValueOrDefault(key)))
                .OrderBy(static m => m.Resource, StringComparer.Ordinal).ThenBy(static m => m.Name, StringComparer.Ordinal),
        ];
    }

    private static Dictionary<(string Resource, string Name, string Unit, MetricKind Kind, bool IsMonotonic), ChartPoint> Whole(TelemetryStore store)
    {
        var points = store.Metrics.Snapshot().All().Select(static point => point.Time).ToList();
        if (points.Count == 0)
            return [];

        // One step, and so one point, from the first to the last.
        var (from, to) = (points.Min(), new UnixTime(points.Max().Nanoseconds + 1));
        var range = new ChartRange(from, to, to - from + TimeSpan.FromSeconds(1));
        return store.Metrics.Series(static _ => true)
            .GroupBy(static s => (s.Series.Instrument.Resource.Name, s.Series.Instrument.Name, s.Series.Instrument.Unit, s.Series.Instrument.Kind, s.Series.Instrument.IsMonotonic))
            .Select(same => (same.Key, MetricChart.Draw(same, range, static _ => "")[0].Points))
            .Where(static same => same.Points.Length > 0)
            .ToDictionary(static same => same.Key, static same => same.Points[0]);
    }
}
