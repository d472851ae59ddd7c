using Aspire.Hosting.Dashboard.Telemetry;

namespace Aspire.Hosting.Dashboard.Metrics;

/// <summary>The lines that one wants to see of an instrument.</summary>
internal static class MetricPlot
{
    /// <summary>So few that their colours can be told apart.</summary>
    public const int MostLines = 8;

    private const int MostPoints = 60;

    private static readonly TimeSpan Narrowest = TimeSpan.FromSeconds(1);

    private static readonly (string Name, Func<ChartPoint, double> Of)[] Percentiles = [("p50", static p => p.P50), ("p90", static p => p.P90), ("p99", static p => p.P99)];

    /// <summary>So many steps as there is room for; they begin at the same moments however often the page is drawn.</summary>
    public static ChartRange Range(DateTimeOffset to, TimeSpan length)
    {
        var step = length / MostPoints is var fair && fair > Narrowest ? fair : Narrowest;
        var end = new DateTimeOffset((to.UtcTicks / step.Ticks * step.Ticks) + step.Ticks, TimeSpan.Zero);
        return new ChartRange(UnixTime.From(end - length - step), UnixTime.From(end), step);
    }

    /// <param name="series">Of one instrument.</param>
    public static IReadOnlyList<PlottedLine> Lines(IReadOnlyList<SeriesPoints> series, ChartRange range) =>
        series.Count == 0 ? []
        : HasPercentiles(series[0].Series.Instrument.Kind) ? PercentileLines(series, range)
        : [
            .. MetricChart.Draw(series, range, one => NameOf(one, series)).Select(static line => Plot(line.Name, line.Points, static p => p.Value))
                .Where(static line => line.Points.Count > 0)
                .OrderByDescending(static line => line.Last)
                .Take(MostLines),
        ];

    public static bool HasPercentiles(MetricKind kind) => kind is MetricKind.Histogram or MetricKind.ExponentialHistogram or MetricKind.Summary;

    public static string UnitOf(MetricInstrument instrument)
    {
        var unit = instrument.Unit.Trim('{', '}');
        return instrument is { Kind: MetricKind.Sum, IsMonotonic: true } ? $"{unit} per second".Trim() : unit;
    }

    /// <summary>Of all series together.</summary>
    private static PlottedLine[] PercentileLines(IReadOnlyList<SeriesPoints> series, ChartRange range)
    {
        var all = MetricChart.Draw(series, range, static _ => "")[0].Points;
        return [.. Percentiles.Select(percentile => Plot(percentile.Name, all, percentile.Of))];
    }

    private static PlottedLine Plot(string name, IEnumerable<ChartPoint> points, Func<ChartPoint, double> valueOf) =>
        new(name, [.. points.Select(p => (p.Time.Time, valueOf(p))).Where(static p => double.IsFinite(p.Item2))]);

    /// <summary>What differs between the lines: attributes, and the process where several send.</summary>
    private static string NameOf(MetricSeries series, IReadOnlyList<SeriesPoints> all)
    {
        var attributes = string.Join(", ", series.Attributes.Select(a => $"{a.Key}={a.Value}"));
        var isOneOfSeveral = all.Any(s => s.Series.Instrument.Resource != series.Instrument.Resource);
        var resource = isOneOfSeveral || attributes.Length == 0 ? series.Instrument.Resource.DisplayName : "";
        return string.Join(": ", new[] { resource, attributes }.Where(part => part.Length > 0));
    }
}
