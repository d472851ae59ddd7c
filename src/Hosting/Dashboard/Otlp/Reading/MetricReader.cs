using Aspire.Hosting.Dashboard.Otlp.Protocol;
using Aspire.Hosting.Dashboard.Telemetry;

namespace Aspire.Hosting.Dashboard.Otlp;

internal sealed class MetricReader(AttributeReader attributes, SourceReader sources)
{
    private const int MostInstruments = 10_000;

    private readonly Shared<MetricInstrument> _instruments = new(MostInstruments);
    private readonly PointReader _points = new(attributes);

    public List<MetricPoint> Read(ExportMetricsServiceRequest request, UnixTime now, Rejections rejections)
    {
        var points = new List<MetricPoint>();
        foreach (var ofResource in request.ResourceMetrics)
        {
            var resource = sources.Resource(ofResource.Resource);
            foreach (var ofScope in ofResource.ScopeMetrics)
            {
                var scope = sources.Scope(ofScope.Scope);
                foreach (var metric in ofScope.Metrics)
                    Read(metric, resource, scope, now, points, rejections);
            }
        }

        return points;
    }

    private void Read(Metric metric, TelemetryResource resource, InstrumentationScope scope, UnixTime now, List<MetricPoint> points, Rejections rejections)
    {
        if (metric.Name.Length == 0)
        {
            rejections.Add("A metric has no name.", CountOf(metric));
            return;
        }

        var (kind, temporality, isMonotonic) = KindOf(metric);
        var instrument = _instruments.Share(new MetricInstrument(
            resource, scope, attributes.Text(metric.Name), kind, attributes.Text(metric.Unit), attributes.Text(metric.Description), temporality, isMonotonic));
        foreach (var point in _points.Read(metric, instrument, now, rejections))
            points.Add(point);
    }

    private static (MetricKind Kind, Temporality Temporality, bool IsMonotonic) KindOf(Metric metric) => metric.DataCase switch
    {
        Metric.DataOneofCase.Sum => (MetricKind.Sum, TemporalityOf(metric.Sum.AggregationTemporality), metric.Sum.IsMonotonic),
        Metric.DataOneofCase.Histogram => (MetricKind.Histogram, TemporalityOf(metric.Histogram.AggregationTemporality), false),
        Metric.DataOneofCase.ExponentialHistogram =>
            (MetricKind.ExponentialHistogram, TemporalityOf(metric.ExponentialHistogram.AggregationTemporality), false),
        Metric.DataOneofCase.Summary => (MetricKind.Summary, Temporality.Cumulative, false),
        _ => (MetricKind.Gauge, Temporality.Unspecified, false),
    };

    private static Temporality TemporalityOf(int number) =>
        number is (int)Temporality.Delta or (int)Temporality.Cumulative ? (Temporality)number : Temporality.Unspecified;

    private static int CountOf(Metric metric) => metric.DataCase switch
    {
        Metric.DataOneofCase.Gauge => metric.Gauge.DataPoints.Count,
        Metric.DataOneofCase.Sum => metric.Sum.DataPoints.Count,
        Metric.DataOneofCase.Histogram => metric.Histogram.DataPoints.Count,
        Metric.DataOneofCase.ExponentialHistogram => metric.ExponentialHistogram.DataPoints.Count,
        Metric.DataOneofCase.Summary => metric.Summary.DataPoints.Count,
        _ => 0,
    };
}
