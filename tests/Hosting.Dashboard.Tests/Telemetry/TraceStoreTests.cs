using Aspire.Hosting.Dashboard.Telemetry;
using static Aspire.Hosting.Dashboard.Tests.Telemetry.Records;

namespace Aspire.Hosting.Dashboard.Tests.Telemetry;

public sealed class TraceStoreTests
{
    [Fact]
    public void ATraceIsSummedUpFromWhatHasCome()
    {
        var traces = Store().Traces;
        traces.Add([Span(1, 12, parent: 11, from: 5, to: 9, name: "query") with { Status = SpanStatus.Error, Resource = Resource("db", "db-1") }]);
        Assert.False(traces.List()[0].HasRoot);

        traces.Add([Span(1, 11, from: 0, to: 10, name: "GET /")]);

        var summary = Assert.Single(traces.List());
        Assert.True(summary.HasRoot);
        Assert.Equal("GET /", summary.Name);
        Assert.Equal((10, 2, 1), (summary.Duration.TotalMilliseconds, summary.SpanCount, summary.ErrorCount));
        Assert.Equal([("api", 1, 0), ("db", 1, 1)], summary.Resources.Select(r => (r.Resource.Name, r.SpanCount, r.ErrorCount)).Order());
    }

    [Fact]
    public void AWaterfallHasChildrenAfterParentsAndSiblingsByStart()
    {
        var traces = Store().Traces;
        traces.Add([Span(1, 4, parent: 2, from: 3), Span(1, 3, parent: 1, from: 6), Span(1, 2, parent: 1, from: 2), Span(1, 1), Span(1, 9, parent: 77, from: 1)]);

        var nodes = traces.Find(new TraceId(1))!.Nodes;

        Assert.Equal([(1, 0, 2), (2, 1, 1), (4, 2, 0), (3, 1, 0), (9, 0, 0)], nodes.Select(n => ((int)n.Span.SpanId.Value, n.Depth, n.ChildCount)));
        Assert.Equal([false, false, false, false, true], nodes.Select(n => n.IsOrphan));
    }

    [Fact]
    public void SpansThatAreEachOthersParentsOrComeTwiceAreShownOnce()
    {
        var traces = Store().Traces;
        traces.Add([Span(1, 1, parent: 2), Span(1, 2, parent: 1), Span(1, 3, parent: 3), Span(1, 1, parent: 2)]);

        Assert.Equal([1ul, 2ul, 3ul], traces.Find(new TraceId(1))!.Nodes.Select(n => n.Span.SpanId.Value).Order().ToArray());
    }

    [Fact]
    public void AVeryDeepTraceIsOrdered()
    {
        var traces = Store().Traces;
        traces.Add([.. Enumerable.Range(1, 50_000).Select(i => Span(1, (ulong)i, parent: (ulong)i - 1))]);

        Assert.Equal(49_999, traces.Find(new TraceId(1))!.Nodes[^1].Depth);
    }

    [Fact]
    public void ATraceGoesWithItsLastSpan()
    {
        var traces = Store(new TelemetryLimits { MaxSpans = 64 }).Traces;

        traces.Add([.. Enumerable.Range(1, 300).Select(i => Span((ulong)i / 3, (ulong)i, from: i, to: i + 1))]);

        var kept = traces.Snapshot().All().ToList();
        Assert.Equal(kept.Select(s => s.TraceId).Distinct().Reverse(), traces.List().Select(t => t.TraceId));
        Assert.Equal(kept.Count, traces.List().Sum(t => t.SpanCount));
        Assert.Null(traces.Find(new TraceId(1)));
    }

    [Fact]
    public void AListHoldsTracesOfWhichASpanMatches()
    {
        var traces = Store().Traces;
        traces.Add([Span(1, 1, name: "a"), Span(1, 2, parent: 1, name: "b"), Span(2, 3, name: "c")]);

        Assert.Equal(1ul, (ulong)Assert.Single(traces.List(s => s.Name == "b")).TraceId.Value);
    }
}
