namespace Aspire.Hosting.Dashboard.Telemetry;

/// <summary>The spans in the ring by their traces. Not synchronized: its owner is.</summary>
internal sealed class TraceIndex
{
    private readonly Dictionary<TraceId, Entry> _traces = [];

    public int Count => _traces.Count;

    public void Add(TraceSpan span)
    {
        if (!_traces.TryGetValue(span.TraceId, out var entry))
            _traces.Add(span.TraceId, entry = new Entry());
        entry.Add(span);
    }

    /// <summary>They are the oldest, and so at the front of their traces.</summary>
    public void Remove(ReadOnlySpan<TraceSpan> oldest)
    {
        var firstKept = oldest[^1].Id + 1;
        foreach (var span in oldest)
        {
            if (_traces.TryGetValue(span.TraceId, out var entry) && entry.IsEmptyWithout(firstKept))
                _traces.Remove(span.TraceId);
        }
    }

    public IReadOnlyList<TraceSpan> SpansOf(TraceId id) => _traces.TryGetValue(id, out var entry) ? [.. entry.Spans] : [];

    public TraceSummary[] Summaries()
    {
        var summaries = new TraceSummary[_traces.Count];
        var i = 0;
        foreach (var entry in _traces.Values)
            summaries[i++] = entry.Summary;
        return summaries;
    }

    public void Clear() => _traces.Clear();

    private sealed class Entry
    {
        private readonly List<TraceSpan> _spans = new(2);
        private TraceSummary? _summary;

        public IReadOnlyList<TraceSpan> Spans => _spans;

        /// <summary>Worked out when it is looked at, and again only when the trace has changed.</summary>
        public TraceSummary Summary => _summary ??= TraceSummary.Of(_spans);

        public void Add(TraceSpan span)
        {
            _spans.Add(span);
            _summary = null;
        }

        public bool IsEmptyWithout(long firstKept)
        {
            if (_spans.Count > 0 && _spans[0].Id < firstKept)
            {
                var kept = _spans.FindIndex(span => span.Id >= firstKept);
                _spans.RemoveRange(0, kept < 0 ? _spans.Count : kept);
                _summary = null;
            }

            return _spans.Count == 0;
        }
    }
}
