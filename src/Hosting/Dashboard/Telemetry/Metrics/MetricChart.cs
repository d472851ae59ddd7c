using System.Collections.Immutable;

namespace Aspire.Hosting.Dashboard.Telemetry;

/// <param name="Value">
/// Of a gauge the mean of the group's series; of a sum that goes up and down their sum; of a sum that only grows, and of the count of a histogram,
/// how much more a second, in the time that the points of the step speak of.
/// </param>
/// <param name="Mean">Of what a histogram measured; so the percentiles. NaN where there is nothing to be the mean of.</param>
internal sealed record ChartPoint(UnixTime Time, double Value, double Mean = double.NaN, double P50 = double.NaN, double P90 = double.NaN, double P99 = double.NaN);

/// <summary>One line of a chart, in order of time; a step in which nothing was said has no point.</summary>
internal sealed record ChartLine(string Name, ImmutableArray<ChartPoint> Points);

/// <param name="Step">The width of one point.</param>
internal sealed record ChartRange(UnixTime From, UnixTime To, TimeSpan Step)
{
    private const int MostPoints = 10_000;

    public double StepNanoseconds => Math.Max(Step.TotalNanoseconds, (To.Nanoseconds - From.Nanoseconds) / (double)MostPoints);

    /// <summary>Null when it is not in the range.</summary>
    public int? SlotOf(UnixTime time) => time < From || time >= To ? null : (int)((time.Nanoseconds - From.Nanoseconds) / StepNanoseconds);

    public UnixTime TimeOf(int slot) => new(From.Nanoseconds + (long)(slot * StepNanoseconds));
}

/// <summary>Series as lines: those of a group are one.</summary>
internal static class MetricChart
{
    /// <param name="groupOf">The name of the line that a series belongs to.</param>
    public static IReadOnlyList<ChartLine> Draw(IEnumerable<SeriesPoints> series, ChartRange range, Func<MetricSeries, string> groupOf) =>
    [
        .. series.GroupBy(s => groupOf(s.Series), StringComparer.Ordinal)
            .Select(group => new ChartLine(group.Key, Points([.. group], range)))
            .OrderBy(static line => line.Name, StringComparer.Ordinal),
    ];

    /// <summary>A line for each value of an attribute; without the attribute a line for each series.</summary>
    public static Func<MetricSeries, string> ByAttribute(string? key) => series => key is null
        ? $"{series.Instrument.Resource.DisplayName} {string.Join(", ", series.Attributes.Select(static a => $"{a.Key}={a.Value}"))}".TrimEnd()
        : series.Attributes.GetText(key) ?? "";

    private static ImmutableArray<ChartPoint> Points(IReadOnlyList<SeriesPoints> group, ChartRange range)
    {
        var slots = new SortedDictionary<int, Slot>();
        for (var i = 0; i < group.Count; i++)
        {
            foreach (var change in SeriesChanges.Of(group[i], range.From))
            {
                if (range.SlotOf(change.Time) is not { } number)
                    continue;
                if (!slots.TryGetValue(number, out var slot))
                    slots.Add(number, slot = new Slot());
                slot.Add(i, change);
            }
        }

        var instrument = group[0].Series.Instrument;
        return [.. slots.Select(slot => slot.Value.ToPoint(range.TimeOf(slot.Key), instrument, range.StepNanoseconds / 1e9))];
    }

    /// <summary>What the series of a group did in one step.</summary>
    private sealed class Slot
    {
        private readonly Dictionary<int, SeriesChange> _last = [];
        private readonly Dictionary<int, (double Value, double Seconds)> _growth = [];
        private Distribution? _distribution;

        public void Add(int series, SeriesChange change)
        {
            _last[series] = change;
            var grown = _growth.GetValueOrDefault(series);
            _growth[series] = (grown.Value + change.Value, grown.Seconds + change.Seconds);
            if (change.Distribution is { } more)
                _distribution = _distribution is null ? more : _distribution.Plus(more);
        }

        public ChartPoint ToPoint(UnixTime time, MetricInstrument instrument, double seconds) => instrument.Kind switch
        {
            MetricKind.Gauge => new ChartPoint(time, _last.Values.Average(static c => c.Value)),
            MetricKind.Sum when !instrument.IsMonotonic => new ChartPoint(time, _last.Values.Sum(static c => c.Value)),
            MetricKind.Sum => new ChartPoint(time, Rate(seconds)),
            MetricKind.Summary => OfSummary(time, _last.Values.First().Summary!),
            _ when _distribution is { } spread => new ChartPoint(
                time, Rate(seconds), spread.Mean, spread.Percentile(0.5), spread.Percentile(0.9), spread.Percentile(0.99)),
            _ => new ChartPoint(time, double.NaN),
        };

        /// <summary>Each series by its own time: a step that has only begun, or holds one point more than the next, is no drop and no peak.</summary>
        private double Rate(double seconds) => _growth.Values.Sum(grown => grown.Value / (grown.Seconds > 0 ? grown.Seconds : seconds));

        private static ChartPoint OfSummary(UnixTime time, SummaryPoint summary)
        {
            double At(double quantile) => summary.Quantiles.FirstOrDefault(q => q.Quantile == quantile, (Quantile: quantile, Value: double.NaN)).Value;
            return new ChartPoint(time, summary.Count, summary.Count == 0 ? double.NaN : summary.Sum / summary.Count, At(0.5), At(0.9), At(0.99));
        }
    }
}
