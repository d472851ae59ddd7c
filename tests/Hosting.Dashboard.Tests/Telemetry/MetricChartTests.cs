using System.Collections.Immutable;
using Aspire.Hosting.Dashboard.Telemetry;
using static Aspire.Hosting.Dashboard.Tests.Telemetry.Records;

namespace Aspire.Hosting.Dashboard.Tests.Telemetry;

public sealed class MetricChartTests
{
    private static readonly ChartRange Range = new(At(1000), At(11_000), TimeSpan.FromSeconds(1));

    [Fact]
    public void ACounterIsARateAndItsRestartIsNoDrop()
    {
        var series = Series(MetricKind.Sum, Temporality.Cumulative, isMonotonic: true);
        NumberPoint Count(double at, long value, double start = 0) => new(AttributeValue.Of(value)) { Series = series, Time = At(at), Start = At(start) };

        var line = Draw(series, Count(1500, 100), Count(2500, 110), Count(3500, 110), Count(4500, 4, start: 4000), Count(5500, 6, start: 4000));

        // 4 in the half second since it began anew.
        Assert.Equal([10, 0, 8, 2], line.Select(p => p.Value));
    }

    [Fact]
    public void ACounterThatBeganInSightIsCountedFromItsBeginning()
    {
        var series = Series(MetricKind.Sum, Temporality.Cumulative, isMonotonic: true);

        Assert.Equal(14, Assert.Single(Draw(series, new NumberPoint(AttributeValue.Of(7L)) { Series = series, Time = At(2500), Start = At(2000) })).Value);
    }

    /// <summary>What a step holds depends on when a sender's clock strikes; how fast something grows does not.</summary>
    [Fact]
    public void AStepWithOnePointMoreIsNoPeakAndTheLastOneNoDrop()
    {
        var series = Series(MetricKind.Sum, Temporality.Cumulative, isMonotonic: true);
        var points = Enumerable.Range(0, 8).Select(i => new NumberPoint(AttributeValue.Of(i * 70L)) { Series = series, Time = At(1000 + (i * 700)), Start = At(1) });

        Assert.All(Draw(series, [.. points]), point => Assert.Equal(100, point.Value, 6));
    }

    [Fact]
    public void WhatGoesUpAndDownIsSummedAndAGaugeIsAveraged()
    {
        foreach (var (kind, expected) in new[] { (MetricKind.Sum, 30.0), (MetricKind.Gauge, 15.0) })
        {
            var (a, b) = (Series(kind, Temporality.Cumulative, route: "a"), Series(kind, Temporality.Cumulative, route: "b"));
            NumberPoint Level(MetricSeries s, double at, double value) => new(AttributeValue.Of(value)) { Series = s, Time = At(at) };

            var lines = MetricChart.Draw(
                [new SeriesPoints(a, [Level(a, 1100, 99), Level(a, 1900, 10)]), new SeriesPoints(b, [Level(b, 1500, 20)])], Range, _ => "all");

            Assert.Equal(expected, Assert.Single(Assert.Single(lines).Points).Value);
        }
    }

    [Fact]
    public void LinesAreByAttribute()
    {
        var (a, b) = (Series(MetricKind.Gauge, default, route: "a"), Series(MetricKind.Gauge, default, route: "b"));
        SeriesPoints[] points = [new(a, [new NumberPoint(AttributeValue.Of(1L)) { Series = a, Time = At(1100) }]), new(b, [])];

        Assert.Equal(["a", "b"], MetricChart.Draw(points, Range, MetricChart.ByAttribute("route")).Select(l => l.Name));
        Assert.Equal(["api-1 route=a", "api-1 route=b"], MetricChart.Draw(points, Range, MetricChart.ByAttribute(null)).Select(l => l.Name));
    }

    [Fact]
    public void AHistogramsPercentilesAreOfWhatIsNew()
    {
        var series = Series(MetricKind.Histogram, Temporality.Cumulative);
        HistogramPoint Point(double at, params ulong[] counts) =>
            new((ulong)counts.Sum(c => (long)c), 0, null, null, [10, 20, 40], [.. counts]) { Series = series, Time = At(at), Start = At(1) };

        var line = Draw(series, Point(1500, 1000, 0, 0, 0), Point(2500, 1000, 100, 0, 0), Point(3500, 1000, 150, 50, 0));

        Assert.Equal([100, 100], line.Select(p => p.Value));
        Assert.Equal((15, 19, 19.9), (line[0].P50, line[0].P90, line[0].P99));
        Assert.Equal((20, 36), (line[1].P50, line[1].P90));
    }

    [Fact]
    public void AnExponentialHistogramMayGrowCoarser()
    {
        var series = Series(MetricKind.ExponentialHistogram, Temporality.Cumulative);
        ExponentialHistogramPoint Point(double at, int scale, int offset, params ulong[] counts) =>
            new((ulong)counts.Sum(c => (long)c), 0, null, null, scale, 0, 0, new ExponentialBuckets(offset, [.. counts]), ExponentialBuckets.None)
            { Series = series, Time = At(at), Start = At(1) };

        // At scale 0 bucket i is (2^i, 2^(i+1)]; at -1 (4^i, 4^(i+1)].
        var line = Draw(series, Point(1500, 0, 0, 1, 2, 3), Point(2500, -1, 0, 3, 3 + 8));

        Assert.Equal(8, Assert.Single(line).Value);
        Assert.Equal(10, line[0].P50);
    }

    /// <summary>Against the values themselves: a percentile lies in the bucket in which the value lies.</summary>
    [Fact]
    public void PercentilesAreAsNearAsTheBucketsAllow()
    {
        var random = new Random(3);
        var values = Enumerable.Range(0, 10_000).Select(_ => Math.Exp(random.NextDouble() * 8)).Order().ToArray();
        ImmutableArray<double> bounds = [.. Enumerable.Range(0, 60).Select(i => Math.Pow(1.15, i))];
        var counts = new ulong[bounds.Length + 1];
        foreach (var value in values)
            counts[bounds.BinarySearch(value) is var i && i < 0 ? ~i : i]++;
        var series = Series(MetricKind.Histogram, Temporality.Delta);
        var spread = HistogramChange.Between(
            null, new HistogramPoint(10_000, values.Sum(), values[0], values[^1], bounds, [.. counts]) { Series = series, Time = At(1) });

        foreach (var fraction in new[] { 0.01, 0.25, 0.5, 0.9, 0.99 })
            Assert.InRange(spread.Percentile(fraction) / values[(int)(fraction * values.Length)], 1 / 1.15, 1.15);
        Assert.Equal(values[^1], spread.Percentile(1), 6);
        Assert.Equal(double.NaN, new Distribution(0, 0, null, null, []).Percentile(0.5));
    }

    private static MetricSeries Series(MetricKind kind, Temporality temporality, bool isMonotonic = false, string? route = null) => new(
        new MetricInstrument(Records.Api, InstrumentationScope.Unnamed, "m", kind, Temporality: temporality, IsMonotonic: isMonotonic),
        route is null ? [] : [new("route", AttributeValue.Of(route))]);

    private static ImmutableArray<ChartPoint> Draw(MetricSeries series, params MetricPoint[] points) =>
        Assert.Single(MetricChart.Draw([new SeriesPoints(series, [.. points])], Range, _ => "all")).Points;
}
