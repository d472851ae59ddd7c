namespace Aspire.Hosting.Dashboard.Telemetry;

/// <summary>The telemetry of one run, in memory and within limits. Any number may write and read at the same time.</summary>
internal sealed class TelemetryStore
{
    public TelemetryStore(TelemetryLimits limits, TimeProvider time)
    {
        Changes = new TelemetryChanges(time);
        Resources = new ResourceTable(Changes);
        Logs = new LogStore(limits, Changes);
        Traces = new TraceStore(limits, Changes);
        Metrics = new MetricStore(limits, Changes);
    }

    public TelemetryChanges Changes { get; }

    public ResourceTable Resources { get; }

    public LogStore Logs { get; }

    public TraceStore Traces { get; }

    public MetricStore Metrics { get; }
}
