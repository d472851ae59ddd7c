using Aspire.Hosting.Dashboard.Otlp.Protocol;
using Aspire.Hosting.Dashboard.Telemetry;
using Google.Protobuf;

namespace Aspire.Hosting.Dashboard.Otlp;

/// <summary>Where requests become records, whichever way they came: over gRPC, over HTTP, or from a file.</summary>
internal sealed class OtlpIntake
{
    private readonly TelemetryStore _store;
    private readonly TimeProvider _time;
    private readonly Action<IMessage>? _taken;
    private readonly LogReader _logs;
    private readonly SpanReader _spans;
    private readonly MetricReader _metrics;

    /// <param name="taken">Is told of each request after its records are in the store.</param>
    public OtlpIntake(TelemetryStore store, OtlpLimits limits, TimeProvider time, Action<IMessage>? taken = null)
    {
        (_store, _time, _taken) = (store, time, taken);
        var attributes = new AttributeReader(limits, new SharedStrings());
        var sources = new SourceReader(attributes, store.Resources);
        _logs = new LogReader(attributes, sources);
        _spans = new SpanReader(attributes, sources);
        _metrics = new MetricReader(attributes, sources);
    }

    private UnixTime Now => UnixTime.From(_time.GetUtcNow());

    public ExportLogsServiceResponse Take(ExportLogsServiceRequest request)
    {
        if (_logs.Read(request, Now) is { Count: > 0 } records)
        {
            _store.Logs.Add(records);
            _taken?.Invoke(request);
        }

        return new ExportLogsServiceResponse();
    }

    public ExportTraceServiceResponse Take(ExportTraceServiceRequest request)
    {
        var rejections = new Rejections();
        if (_spans.Read(request, rejections) is { Count: > 0 } spans)
        {
            _store.Traces.Add(spans);
            _taken?.Invoke(request);
        }

        return rejections.Count == 0 ? new ExportTraceServiceResponse()
            : new ExportTraceServiceResponse { PartialSuccess = new() { RejectedSpans = rejections.Count, ErrorMessage = rejections.Reason } };
    }

    public ExportMetricsServiceResponse Take(ExportMetricsServiceRequest request)
    {
        var rejections = new Rejections();
        if (_metrics.Read(request, Now, rejections) is { Count: > 0 } points)
        {
            rejections.Add("There are more series of metrics than are kept.", _store.Metrics.Add(points));
            _taken?.Invoke(request);
        }

        return rejections.Count == 0 ? new ExportMetricsServiceResponse()
            : new ExportMetricsServiceResponse { PartialSuccess = new() { RejectedDataPoints = rejections.Count, ErrorMessage = rejections.Reason } };
    }

    /// <summary>Of a run that was kept.</summary>
    public void Take(IMessage request)
    {
        switch (request)
        {
            case ExportLogsServiceRequest logs:
                Take(logs);
                break;
            case ExportTraceServiceRequest traces:
                Take(traces);
                break;
            case ExportMetricsServiceRequest metrics:
                Take(metrics);
                break;
        }
    }
}
