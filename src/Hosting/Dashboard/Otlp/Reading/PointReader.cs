using System.Collections.Immutable;
using Aspire.Hosting.Dashboard.Otlp.Protocol;
using Aspire.Hosting.Dashboard.Telemetry;
using Google.Protobuf.Collections;
using WireExemplar = Aspire.Hosting.Dashboard.Otlp.Protocol.Exemplar;

namespace Aspire.Hosting.Dashboard.Otlp;

/// <summary>The points of a metric. A histogram whose buckets do not fit together is refused: there is no honest way to draw it.</summary>
internal sealed class PointReader(AttributeReader attributes)
{
    /// <summary>OTLP's flag of a point that says only that its series has ended.</summary>
    private const uint NoValue = 1;

    private const int MostSeries = 50_000;

    private readonly Shared<MetricSeries> _series = new(MostSeries);

    public IEnumerable<MetricPoint> Read(Metric metric, MetricInstrument instrument, UnixTime now, Rejections rejections) => metric.DataCase switch
    {
        Metric.DataOneofCase.Gauge => metric.Gauge.DataPoints.Where(static p => HasValue(p.Flags)).Select(p => Read(p, instrument, now)),
        Metric.DataOneofCase.Sum => metric.Sum.DataPoints.Where(static p => HasValue(p.Flags)).Select(p => Read(p, instrument, now)),
        Metric.DataOneofCase.Histogram => metric.Histogram.DataPoints
            .Where(p => HasValue(p.Flags) && IsWhole(p, rejections)).Select(p => Read(p, instrument, now)),
        Metric.DataOneofCase.ExponentialHistogram => metric.ExponentialHistogram.DataPoints
            .Where(p => HasValue(p.Flags) && IsWhole(p, rejections)).Select(p => Read(p, instrument, now)),
        Metric.DataOneofCase.Summary => metric.Summary.DataPoints.Where(static p => HasValue(p.Flags)).Select(p => Read(p, instrument, now)),
        _ => [],
    };

    private NumberPoint Read(NumberDataPoint point, MetricInstrument instrument, UnixTime now) =>
        new(point.ValueCase == NumberDataPoint.ValueOneofCase.AsInt ? AttributeValue.Of(point.AsInt) : AttributeValue.Of(point.AsDouble))
        {
            Series = Series(instrument, point.Attributes),
            Start = UnixTime.Read(point.StartTimeUnixNano),
            Time = Time(point.TimeUnixNano, now),
            Flags = point.Flags,
            Exemplars = Exemplars(point.Exemplars),
        };

    private HistogramPoint Read(HistogramDataPoint point, MetricInstrument instrument, UnixTime now) => new(
        point.Count,
        point.HasSum ? point.Sum : null,
        point.HasMin ? point.Min : null,
        point.HasMax ? point.Max : null,
        [.. point.ExplicitBounds],
        [.. point.BucketCounts])
    {
        Series = Series(instrument, point.Attributes),
        Start = UnixTime.Read(point.StartTimeUnixNano),
        Time = Time(point.TimeUnixNano, now),
        Flags = point.Flags,
        Exemplars = Exemplars(point.Exemplars),
    };

    private ExponentialHistogramPoint Read(ExponentialHistogramDataPoint point, MetricInstrument instrument, UnixTime now) => new(
        point.Count,
        point.HasSum ? point.Sum : null,
        point.HasMin ? point.Min : null,
        point.HasMax ? point.Max : null,
        point.Scale,
        point.ZeroCount,
        point.ZeroThreshold,
        Buckets(point.Positive),
        Buckets(point.Negative))
    {
        Series = Series(instrument, point.Attributes),
        Start = UnixTime.Read(point.StartTimeUnixNano),
        Time = Time(point.TimeUnixNano, now),
        Flags = point.Flags,
        Exemplars = Exemplars(point.Exemplars),
    };

    private SummaryPoint Read(SummaryDataPoint point, MetricInstrument instrument, UnixTime now) => new(
        point.Count, point.Sum, [.. point.QuantileValues.Take(attributes.Limits.MaxAttributes).Select(static q => (q.Quantile, q.Value))])
    {
        Series = Series(instrument, point.Attributes),
        Start = UnixTime.Read(point.StartTimeUnixNano),
        Time = Time(point.TimeUnixNano, now),
        Flags = point.Flags,
    };

    private bool IsWhole(HistogramDataPoint point, Rejections rejections)
    {
        var (bounds, counts) = (point.ExplicitBounds.Count, point.BucketCounts.Count);
        var fault = counts > attributes.Limits.MaxBuckets ? $"A histogram has {counts} buckets; up to {attributes.Limits.MaxBuckets} are taken."
            : counts != bounds + 1 && (counts, bounds) is not (0, 0) ? $"A histogram has {counts} bucket_counts and {bounds} explicit_bounds; there must be one bound less."
            : !IsAscending(point.ExplicitBounds) ? "A histogram has explicit_bounds that do not grow."
            : null;
        return IsWhole(fault, rejections);
    }

    private bool IsWhole(ExponentialHistogramDataPoint point, Rejections rejections)
    {
        var counts = (point.Positive?.BucketCounts.Count ?? 0) + (point.Negative?.BucketCounts.Count ?? 0);
        return IsWhole(
            counts > attributes.Limits.MaxBuckets ? $"A histogram has {counts} buckets; up to {attributes.Limits.MaxBuckets} are taken."
            : point.Scale is < -10 or > 20 ? $"An exponential histogram has a scale of {point.Scale}; it is from -10 to 20."
            : null,
            rejections);
    }

    private static bool IsWhole(string? fault, Rejections rejections)
    {
        if (fault is not null)
            rejections.Add(fault);
        return fault is null;
    }

    private static bool IsAscending(RepeatedField<double> bounds)
    {
        for (var i = 0; i < bounds.Count; i++)
        {
            if (double.IsNaN(bounds[i]) || (i > 0 && bounds[i] <= bounds[i - 1]))
                return false;
        }

        return true;
    }

    private static bool HasValue(uint flags) => (flags & NoValue) == 0;

    private static UnixTime Time(ulong time, UnixTime now) => time == 0 ? now : UnixTime.Read(time);

    private MetricSeries Series(MetricInstrument instrument, RepeatedField<KeyValue> wire) =>
        _series.Share(new MetricSeries(instrument, attributes.Read(wire).Sort(static (x, y) => string.CompareOrdinal(x.Key, y.Key))));

    private static ExponentialBuckets Buckets(ExponentialHistogramDataPoint.Types.Buckets? buckets) =>
        buckets is null || buckets.BucketCounts.Count == 0 ? ExponentialBuckets.None : new ExponentialBuckets(buckets.Offset, [.. buckets.BucketCounts]);

    private ImmutableArray<Telemetry.Exemplar> Exemplars(RepeatedField<WireExemplar> exemplars) => exemplars.Count == 0 ? [] :
    [
        .. exemplars.Take(attributes.Limits.MaxExemplars).Select(exemplar => new Telemetry.Exemplar(
            UnixTime.Read(exemplar.TimeUnixNano),
            exemplar.ValueCase == WireExemplar.ValueOneofCase.AsInt ? AttributeValue.Of(exemplar.AsInt) : AttributeValue.Of(exemplar.AsDouble),
            TraceId.Read(exemplar.TraceId.Span),
            SpanId.Read(exemplar.SpanId.Span),
            attributes.Read(exemplar.FilteredAttributes))),
    ];
}
