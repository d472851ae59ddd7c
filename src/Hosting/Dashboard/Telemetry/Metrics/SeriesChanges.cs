namespace Aspire.Hosting.Dashboard.Telemetry;

/// <summary>What one series did from one point to the next.</summary>
/// <param name="Value">Of a gauge or a sum that goes up and down: where it stands. Of a sum that only grows: by how much it did.</param>
/// <param name="Seconds">In how much time it grew; 0 where nobody said.</param>
/// <param name="Distribution">Of a histogram.</param>
internal readonly record struct SeriesChange(UnixTime Time, double Value, double Seconds = 0, Distribution? Distribution = null, SummaryPoint? Summary = null);

internal static class SeriesChanges
{
    /// <summary>
    /// Cumulative points are told apart into what is new in each. The first of them says nothing new, unless its series began in sight: it counts
    /// since the process started, which may be long ago.
    /// </summary>
    /// <param name="from">What began after this has its first point counted in full.</param>
    public static IEnumerable<SeriesChange> Of(SeriesPoints series, UnixTime from)
    {
        var instrument = series.Series.Instrument;
        var isCumulative = instrument.Temporality == Temporality.Cumulative;
        MetricPoint? previous = null;
        foreach (var point in series.Points)
        {
            var counts = !isCumulative || previous is not null || point.Start >= from;
            if (counts && Change(instrument, isCumulative ? previous : null, point) is { } change)
                yield return change;
            else if (point is NumberPoint level && !instrument.IsMonotonic)
                yield return new SeriesChange(point.Time, level.Value.Number);

            // What arrives late is not the latest.
            if (previous is null || point.Time >= previous.Time)
                previous = point;
        }
    }

    private static SeriesChange? Change(MetricInstrument instrument, MetricPoint? previous, MetricPoint point) => point switch
    {
        NumberPoint number when !instrument.IsMonotonic => new SeriesChange(point.Time, number.Value.Number),
        NumberPoint number => new SeriesChange(point.Time, Growth(previous as NumberPoint, number), SecondsOf(previous, point)),
        HistogramPoint histogram => Spread(previous, point, HistogramChange.Between(previous as HistogramPoint, histogram)),
        ExponentialHistogramPoint histogram => Spread(previous, point, ExponentialHistogramChange.Between(previous as ExponentialHistogramPoint, histogram)),
        SummaryPoint summary => new SeriesChange(point.Time, summary.Count == 0 ? double.NaN : summary.Sum / summary.Count, Summary: summary),
        _ => null,
    };

    private static SeriesChange Spread(MetricPoint? previous, MetricPoint point, Distribution distribution) =>
        new(point.Time, distribution.Count, SecondsOf(previous, point), distribution);

    /// <summary>Since the point before, or since the series began anew.</summary>
    private static double SecondsOf(MetricPoint? previous, MetricPoint point)
    {
        var from = previous is not null && previous.Start == point.Start ? previous.Time : point.Start;
        return from.IsUnknown ? 0 : Math.Max(0, (point.Time - from).TotalSeconds);
    }

    /// <summary>A counter that has less than before has begun anew, and all it has is new.</summary>
    private static double Growth(NumberPoint? previous, NumberPoint point) =>
        previous is null || previous.Start != point.Start || previous.Value.Number > point.Value.Number
            ? point.Value.Number : point.Value.Number - previous.Value.Number;
}
