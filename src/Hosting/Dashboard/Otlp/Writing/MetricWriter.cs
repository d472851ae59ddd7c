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
        var wire = new NumberDataPoint
        {
            Attributes = { AttributeWriter.Write(point.Series.Attributes) },
            StartTimeUnixNano = (ulong)point.Start.Nanoseconds,
            TimeUnixNano = (ulong)point.Time.Nanoseconds,
            Flags = point.Flags,
            Exemplars = { point.Exemplars.Select(Write) },
        };
        if (point.Value.Kind == AttributeKind.Integer)
            wire.AsInt = point.Value.Integer;
        else
            wire.AsDouble = point.Value.Number;
        return wire;
    }

    private static HistogramDataPoint Write(HistogramPoint point)
    {
        var wire = new HistogramDataPoint
        {
            Attributes = { AttributeWriter.Write(point.Series.Attributes) },
            StartTimeUnixNano = (ulong)point.Start.Nanoseconds,
            TimeUnixNano = (ulong)point.Time.Nanoseconds,
            Flags = point.Flags,
            Exemplars = { point.Exemplars.Select(Write) },
            Count = point.Count,
            BucketCounts = { point.BucketCounts },
            ExplicitBounds = { point.Bounds },
        };
        if (point.Sum is { } sum)
            wire.Sum = sum;
        if (point.Min is { } min)
            wire.Min = min;
        if (point.Max is { } max)
            wire.Max = max;
        return wire;
    }

    private static ExponentialHistogramDataPoint Write(ExponentialHistogramPoint point)
    {
        var wire = new ExponentialHistogramDataPoint
        {
            Attributes = { AttributeWriter.Write(point.Series.Attributes) },
            StartTimeUnixNano = (ulong)point.Start.Nanoseconds,
            TimeUnixNano = (ulong)point.Time.Nanoseconds,
            Flags = point.Flags,
            Exemplars = { point.Exemplars.Select(Write) },
            Count = point.Count,
            Scale = point.Scale,
            ZeroCount = point.ZeroCount,
            ZeroThreshold = point.ZeroThreshold,
            Positive = new() { Offset = point.Positive.Offset, BucketCounts = { point.Positive.Counts } },
            Negative = new() { Offset = point.Negative.Offset, BucketCounts = { point.Negative.Counts } },
        };
        if (point.Sum is { } sum)
            wire.Sum = sum;
        if (point.Min is { } min)
            wire.Min = min;
        if (point.Max is { } max)
            wire.Max = max;
        return wire;
    }

    private static SummaryDataPoint Write(SummaryPoint point) => new()
    {
        Attributes = { AttributeWriter.Write(point.Series.Attributes) },
        StartTimeUnixNano = (ulong)point.Start.Nanoseconds,
        TimeUnixNano = (ulong)point.Time.Nanoseconds,
        Flags = point.Flags,
        Count = point.Count,
        Sum = point.Sum,
        QuantileValues = { point.Quantiles.Select(static q => new SummaryDataPoint.Types.ValueAtQuantile { Quantile = q.Quantile, Value = q.Value }) },
    };

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
