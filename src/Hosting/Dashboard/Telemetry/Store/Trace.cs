using System.Collections.Immutable;

namespace Aspire.Hosting.Dashboard.Telemetry;

/// <summary>A trace as a waterfall: each span after its parent, siblings by their start.</summary>
internal sealed record Trace(TraceSummary Summary, ImmutableArray<TraceNode> Nodes)
{
    public static Trace Of(IReadOnlyList<TraceSpan> spans)
    {
        // The same span sent twice, by an exporter that tried again, is shown once.
        var distinct = spans.DistinctBy(static s => s.SpanId).OrderBy(RecordPosition.Of).ToList();
        var known = distinct.Select(static s => s.SpanId).ToHashSet();
        var children = distinct.Where(s => known.Contains(s.ParentSpanId)).ToLookup(static s => s.ParentSpanId);
        var nodes = ImmutableArray.CreateBuilder<TraceNode>(distinct.Count);
        var seen = new HashSet<SpanId>();

        // Spans whose parent has not come start a tree of their own. Last those that are each other's ancestors, which is somebody's mistake.
        foreach (var start in distinct.Where(s => !known.Contains(s.ParentSpanId)).Concat(distinct))
            Walk(start, children, seen, nodes);

        return new Trace(TraceSummary.Of(distinct), nodes.DrainToImmutable());
    }

    /// <summary>Without recursion: a chain of ten thousand spans must not end the process.</summary>
    private static void Walk(TraceSpan start, ILookup<SpanId, TraceSpan> children, HashSet<SpanId> seen, ImmutableArray<TraceNode>.Builder nodes)
    {
        var rest = new Stack<(TraceSpan Span, int Depth)>([(start, 0)]);
        while (rest.TryPop(out var next))
        {
            if (!seen.Add(next.Span.SpanId))
                continue;

            var below = children[next.Span.SpanId].ToList();
            nodes.Add(new TraceNode(next.Span, next.Depth, below.Count, IsOrphan: next.Depth == 0 && !next.Span.IsRoot));
            for (var i = below.Count - 1; i >= 0; i--)
                rest.Push((below[i], next.Depth + 1));
        }
    }
}

/// <param name="Depth">0 for a root.</param>
/// <param name="IsOrphan">Its parent is not among what has come.</param>
internal sealed record TraceNode(TraceSpan Span, int Depth, int ChildCount, bool IsOrphan);
