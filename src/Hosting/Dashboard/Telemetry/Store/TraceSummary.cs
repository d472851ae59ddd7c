using System.Collections.Immutable;

namespace Aspire.Hosting.Dashboard.Telemetry;

/// <summary>A trace in a list, from the spans of it that have come so far.</summary>
/// <param name="Root">The span without a parent or, until it comes, the earliest there is.</param>
/// <param name="LastId">Of the newest span: whether the trace has grown.</param>
internal sealed record TraceSummary(
    TraceId TraceId, TraceSpan Root, UnixTime Start, UnixTime End, int SpanCount, int ErrorCount, ImmutableArray<TraceResource> Resources, long LastId)
{
    public string Name => Root.Name;

    public TimeSpan Duration => End - Start;

    /// <summary>Not when the root is still running, was never sent, or has gone already.</summary>
    public bool HasRoot => Root.IsRoot;

    /// <param name="spans">At least one, all of one trace.</param>
    public static TraceSummary Of(IReadOnlyList<TraceSpan> spans)
    {
        var root = spans[0];
        var (start, end, errors, last) = (root.Start, root.End, 0, 0L);
        var resources = new Dictionary<TelemetryResource, (int Spans, int Errors)>();
        foreach (var span in spans)
        {
            if ((span.IsRoot, root.IsRoot) is (true, false) || (span.IsRoot == root.IsRoot && span.Start < root.Start))
                root = span;
            start = span.Start < start ? span.Start : start;
            end = span.End > end ? span.End : end;
            errors += span.IsError ? 1 : 0;
            last = Math.Max(last, span.Id);
            var count = resources.GetValueOrDefault(span.Resource);
            resources[span.Resource] = (count.Spans + 1, count.Errors + (span.IsError ? 1 : 0));
        }

        return new TraceSummary(
            root.TraceId, root, start, end, spans.Count, errors, [.. resources.Select(static r => new TraceResource(r.Key, r.Value.Spans, r.Value.Errors))], last);
    }
}

/// <summary>One process's part in a trace.</summary>
internal readonly record struct TraceResource(TelemetryResource Resource, int SpanCount, int ErrorCount);
