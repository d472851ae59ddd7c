using Aspire.Hosting.Dashboard.Telemetry;

namespace Aspire.Hosting.Dashboard.Metrics;

/// <summary>Turns the points of an instrument into the lines that one wants to see of it.</summary>
internal static class MetricChart
{
    /// <summary>So few that their colours can be told apart.</summary>
    public const int MostLines = 8;

    private static readonly (string Name, double Share)[] Percentiles = [("p50", 0.5), ("p90", 0.9), ("p99", 0.99)];

    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1);

    /// <summary>A line for each series; what only grows is shown as what it grows by in a second.</summary>
    public static IReadOnlyList<ChartLine> Lines(IReadOnlyList<SeriesPoints> series, DateTimeOffset from) =>
    [
        .. series.Select(s => new ChartLine(NameOf(s.Series, series), [.. Values(s).Where(p => p.Time >= from)]))
            .Where(line => line.Points.Count > 0)
            .OrderByDescending(line => line.Last)
            .Take(MostLines),
    ];

    /// <summary>The percentiles of all series together, over as much time as makes <paramref name="steps"/> of them.</summary>
    public static IReadOnlyList<ChartLine> PercentileLines(IReadOnlyList<SeriesPoints> series, DateTimeOffset from, DateTimeOffset to, int steps = 60)
    {
        var step = (to - from) / steps is var fair && fair > Step ? fair : Step;
        var moments = new SortedDictionary<long, Distribution>();
        foreach (var (point, before) in series.SelectMany(Pairs).Where(p => p.Point.Time.Time >= from))
        {
            var moment = point.Time.Time.Ticks / step.Ticks;
            if (!moments.TryGetValue(moment, out var distribution))
            {
                moments.Add(moment, distribution = new Distribution());
            }

            distribution.Add(point, before);
        }

        var filled = moments.Where(m => m.Value.Count > 0).ToList();
        return [.. Percentiles.Select(p => new ChartLine(p.Name, [.. filled.Select(m => (new DateTimeOffset(m.Key * step.Ticks, TimeSpan.Zero), m.Value.Percentile(p.Share)))]))];
    }

    public static bool IsHistogram(MetricKind kind) => kind is MetricKind.Histogram or MetricKind.ExponentialHistogram;

    public static string UnitOf(MetricInstrument instrument)
    {
        var unit = instrument.Unit.Trim('{', '}');
        return instrument is { Kind: MetricKind.Sum, IsMonotonic: true } ? $"{unit} per second".Trim() : unit;
    }

    /// <summary>What differs between the lines: attributes, and the process where several send.</summary>
    private static string NameOf(MetricSeries series, IReadOnlyList<SeriesPoints> all)
    {
        var attributes = string.Join(", ", series.Attributes.Select(a => $"{a.Key}={a.Value}"));
        var isOneOfSeveral = all.Any(s => s.Series.Instrument.Resource != series.Instrument.Resource);
        var resource = isOneOfSeveral || attributes.Length == 0 ? series.Instrument.Resource.DisplayName : "";
        return string.Join(": ", new[] { resource, attributes }.Where(part => part.Length > 0));
    }

    private static IEnumerable<(DateTimeOffset Time, double Value)> Values(SeriesPoints series)
    {
        var instrument = series.Series.Instrument;
        if (instrument is not { Kind: MetricKind.Sum, IsMonotonic: true })
        {
            return series.Points.OfType<NumberPoint>().Select(p => (p.Time.Time, p.Value.Number));
        }

        return instrument.Temporality == Temporality.Delta
            ? series.Points.OfType<NumberPoint>().Where(p => p.Time > p.Start).Select(p => (p.Time.Time, p.Value.Number / (p.Time - p.Start).TotalSeconds))
            : Pairs(series).Where(p => p.Before is NumberPoint && p.Point.Time > p.Before.Time)
                .Select(p => (p.Point.Time.Time, (((NumberPoint)p.Point).Value.Number - ((NumberPoint)p.Before!).Value.Number) / (p.Point.Time - p.Before!.Time).TotalSeconds));
    }

    /// <summary>Each point with the one before it, where the two count from the same start.</summary>
    private static IEnumerable<(MetricPoint Point, MetricPoint? Before)> Pairs(SeriesPoints series)
    {
        var isDelta = series.Series.Instrument.Temporality == Temporality.Delta;
        for (var i = 0; i < series.Points.Length; i++)
        {
            var before = i > 0 && !isDelta && series.Points[i - 1].Start == series.Points[i].Start ? series.Points[i - 1] : null;
            yield return (series.Points[i], before);
        }
    }
}
