namespace Aspire.Hosting.Dashboard.Telemetry;

internal sealed class LogStore(TelemetryLimits limits, TelemetryChanges changes)
{
    private readonly Lock _lock = new();
    private readonly TelemetryRing<LogRecord> _ring = new(limits.Logs);

    public void Add(IReadOnlyCollection<LogRecord> records)
    {
        lock (_lock)
        {
            foreach (var record in records)
                _ring.Add(record, static _ => { });
        }

        changes.Report(TelemetryKinds.Logs);
    }

    public RingSnapshot<LogRecord> Snapshot()
    {
        lock (_lock)
            return _ring.Snapshot();
    }

    public RecordPage<LogRecord> Page(Predicate<LogRecord>? filter, int limit, RecordPosition? before = null) =>
        RecordPage<LogRecord>.Read(Snapshot(), filter, limit, before);

    /// <summary>For a page that stays open.</summary>
    public RecordView<LogRecord> View(Predicate<LogRecord>? filter = null) => new(Snapshot, filter);

    /// <summary>In order of time.</summary>
    public IReadOnlyList<LogRecord> OfTrace(TraceId trace) => [.. Snapshot().All().Where(r => r.TraceId == trace).OrderBy(RecordPosition.Of)];

    public StoredCount Count()
    {
        lock (_lock)
            return new StoredCount(_ring.Count, _ring.Bytes, _ring.Received);
    }

    public void Clear()
    {
        lock (_lock)
            _ring.Clear();
        changes.Report(TelemetryKinds.Logs);
    }
}
