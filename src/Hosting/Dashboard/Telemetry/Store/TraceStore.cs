namespace Aspire.Hosting.Dashboard.Telemetry;

internal sealed class TraceStore(TelemetryLimits limits, TelemetryChanges changes)
{
    private readonly Lock _lock = new();
    private readonly TelemetryRing<TraceSpan> _ring = new(limits.Spans);
    private readonly TraceIndex _index = new();

    public void Add(IReadOnlyCollection<TraceSpan> spans)
    {
        lock (_lock)
        {
            foreach (var span in spans)
            {
                _ring.Add(span, oldest => _index.Remove(oldest.Span));
                _index.Add(span);
            }
        }

        changes.Report(TelemetryKinds.Traces);
    }

    public RingSnapshot<TraceSpan> Snapshot()
    {
        lock (_lock)
            return _ring.Snapshot();
    }

    /// <summary>Null when nothing of it is here.</summary>
    public Trace? Find(TraceId id)
    {
        IReadOnlyList<TraceSpan> spans;
        lock (_lock)
            spans = _index.SpansOf(id);
        return spans.Count == 0 ? null : Trace.Of(spans);
    }

    /// <summary>Traces of which a span matches, the newest first.</summary>
    public IReadOnlyList<TraceSummary> List(Predicate<TraceSpan>? filter = null)
    {
        TraceSummary[] all;
        RingSnapshot<TraceSpan> spans;
        lock (_lock)
            (all, spans) = (_index.Summaries(), _ring.Snapshot());

        if (filter is not null)
        {
            var matching = Matching(spans, filter);
            all = [.. all.Where(trace => matching.Contains(trace.TraceId))];
        }

        Array.Sort(all, static (x, y) => (y.Start.Nanoseconds, y.LastId).CompareTo((x.Start.Nanoseconds, x.LastId)));
        return all;
    }

    public StoredCount Count()
    {
        lock (_lock)
            return new StoredCount(_ring.Count, _ring.Bytes, _ring.Received);
    }

    public void Clear()
    {
        lock (_lock)
        {
            _ring.Clear();
            _index.Clear();
        }

        changes.Report(TelemetryKinds.Traces);
    }

    private static HashSet<TraceId> Matching(RingSnapshot<TraceSpan> spans, Predicate<TraceSpan> filter)
    {
        var matching = new HashSet<TraceId>();
        foreach (var part in spans.Parts)
        {
            foreach (var span in part.Span)
            {
                if (!matching.Contains(span.TraceId) && filter(span))
                    matching.Add(span.TraceId);
            }
        }

        return matching;
    }
}
