using Aspire.Hosting.Dashboard.Telemetry;
using static Aspire.Hosting.Dashboard.Tests.Telemetry.Records;

namespace Aspire.Hosting.Dashboard.Tests.Telemetry;

public sealed class MetricStoreTests
{
    [Fact]
    public void PointsAreFoundByInstrumentAndAttributes()
    {
        var metrics = Store().Metrics;
        metrics.Add([Point("queue", 1, 5, "/a"), Point("queue", 1, 7, "/b"), Point("cpu", 1, 0.5), Point("queue", 2, 6, "/a")]);

        Assert.Equal(["cpu", "queue"], metrics.Instruments().Select(i => i.Name));
        var series = metrics.Series(i => i.Name == "queue");
        Assert.Equal([("/a", 2), ("/b", 1)], series.Select(s => (s.Series.Attributes.GetText("route")!, s.Points.Length)).Order());
    }

    [Fact]
    public void PointsGoTheOldestFirstAndSeriesWithTheirLast()
    {
        var metrics = Store(new TelemetryLimits { MaxMetricPoints = 64 }).Metrics;
        metrics.Add([Point("gone", 0, 1)]);

        for (var i = 0; i < 200; i++)
            metrics.Add([Point("stays", i, i)]);

        Assert.Equal("stays", Assert.Single(metrics.Instruments()).Name);
        Assert.Equal(metrics.Snapshot().All(), Assert.Single(metrics.Series(_ => true)).Points);
    }

    [Fact]
    public void SeriesOverTheLimitAreRefused()
    {
        var metrics = Store(new TelemetryLimits { MaxSeries = 10 }).Metrics;

        var refused = metrics.Add([.. Enumerable.Range(0, 15).Select(i => Point("m", i, i, $"/{i}"))]);

        Assert.Equal(5, refused);
        Assert.Equal(0, metrics.Add([Point("m", 20, 1, "/3")]));
        Assert.Equal(10, metrics.Series(_ => true).Count);
    }
}
