using Aspire.Hosting.Dashboard.Otlp.Protocol;
using Aspire.Hosting.Dashboard.Telemetry;
using Exemplar = Aspire.Hosting.Dashboard.Otlp.Protocol.Exemplar;

namespace Aspire.Hosting.Dashboard.Otlp;

internal static class MetricWriter
{
    public static ExportMetricsServiceRequest Write(IEnumerable<MetricPoint> points) => new()
    {
        ResourceMetrics =
        {
            points.GroupBy(static p => p.Resource).Select(static ofResource => new ResourceMetrics
            {
                Resource = AttributeWriter.Write(ofResource.Key),
                ScopeMetrics =
                {
                    ofResource.GroupBy(static p => p.Series.Instrument.Scope).Select(static ofScope => new ScopeMetrics
                    {
                        Scope = AttributeWriter.Write(ofScope.Key),
                        Metrics = { ofScope.GroupBy(static p => p.Series.Instrument).Select(static points => Write(points.Key, points)) },
                    }),
                },
            }),
        },
    };

    private static Metric Write(MetricInstrument instrument, IEnumerable<MetricPoint> points)
    {
        var metric = new Metric { Name = instrument.Name, Description = instrument.Description, Unit = instrument.Unit };
        var temporality = (int)instrument.Temporality;
        switch (instrument.Kind)
        {
            case MetricKind.Gauge:
                metric.Gauge = new Gauge { DataPoints = { points.OfType<NumberPoint>().Select(Write) } };
                break;
            case MetricKind.Sum:
                metric.Sum = new Sum
                {
                    DataPoints = { points.OfType<NumberPoint>().Select(Write) },
                    AggregationTemporality = temporality,
                    IsMonotonic = instrument.IsMonotonic,
                };
                break;
            case MetricKind.Histogram:
                metric.Histogram = new Histogram { DataPoints = { points.OfType<HistogramPoint>().Select(Write) }, AggregationTemporality = temporality };
                break;
            case MetricKind.ExponentialHistogram:
                metric.ExponentialHistogram = new ExponentialHistogram
                {
                    DataPoints = { points.OfType<ExponentialHistogramPoint>().Select(Write) },
                    AggregationTemporality = temporality,
                };
                break;
            default:
                metric.Summary = new Summary { DataPoints = { points.OfType<SummaryPoint>().Select(Write) } };
                break;
        }

        return metric;
    }

    private static NumberDataPoint Write(NumberPoint point)
    {
        var wire = Begin<NumberDataPoint>(point);
        wire.Exemplars.Add(point.Exemplars.Select(Write));
        if (point.Value.Kind == AttributeKind.Integer)
            wire.AsInt = point.Value.Integer;
        else
            wire.AsDouble = point.Value.Number;
        return wire;
    }

    private static HistogramDataPoint Write(HistogramPoint point)
    {
        var wire = Begin<HistogramDataPoint>(point, point.Count, point.Sum, point.Min, point.Max);
        wire.BucketCounts.Add(point.BucketCounts);
        wire.ExplicitBounds.Add(point.Bounds);
        return wire;
    }

    private static ExponentialHistogramDataPoint Write(ExponentialHistogramPoint point)
    {
        var wire = Begin<ExponentialHistogramDataPoint>(point, point.Count, point.Sum, point.Min, point.Max);
        wire.Scale = point.Scale;
        wire.ZeroCount = point.ZeroCount;
        wire.ZeroThreshold = point.ZeroThreshold;
        wire.Positive = new() { Offset = point.Positive.Offset, BucketCounts = { point.Positive.Counts } };
        wire.Negative = new() { Offset = point.Negative.Offset, BucketCounts = { point.Negative.Counts } };
        return wire;
    }

    private static SummaryDataPoint Write(SummaryPoint point)
    {
        var wire = Begin<SummaryDataPoint>(point);
        wire.Count = point.Count;
        wire.Sum = point.Sum;
        wire.QuantileValues.Add(point.Quantiles.Select(static q => new SummaryDataPoint.Types.ValueAtQuantile { Quantile = q.Quantile, Value = q.Value }));
        return wire;
    }

    private static T Begin<T>(MetricPoint point) where T : IDataPoint, new()
    {
        var wire = new T { StartTimeUnixNano = (ulong)point.Start.Nanoseconds, TimeUnixNano = (ulong)point.Time.Nanoseconds, Flags = point.Flags };
        wire.Attributes.Add(AttributeWriter.Write(point.Series.Attributes));
        return wire;
    }

    /// <summary>What a sender did not say is not set, and is not zero.</summary>
    private static T Begin<T>(MetricPoint point, ulong count, double? sum, double? min, double? max) where T : IHistogramPoint, new()
    {
        var wire = Begin<T>(point);
        wire.Exemplars.Add(point.Exemplars.Select(Write));
        wire.Count = count;
        if (sum is { } total)
            wire.Sum = total;
        if (min is { } least)
            wire.Min = least;
        if (max is { } most)
            wire.Max = most;
        return wire;
    }

    private static Exemplar Write(Telemetry.Exemplar exemplar)
    {
        var wire = new Exemplar
        {
            TimeUnixNano = (ulong)exemplar.Time.Nanoseconds,
            TraceId = AttributeWriter.Write(exemplar.TraceId),
            SpanId = AttributeWriter.Write(exemplar.SpanId),
            FilteredAttributes = { AttributeWriter.Write(exemplar.Attributes) },
        };
        if (exemplar.Value.Kind == AttributeKind.Integer)
            wire.AsInt = exemplar.Value.Integer;
        else
            wire.AsDouble = exemplar.Value.Number;
        return wire;
    }
}
