using Aspire.Hosting.Dashboard.Otlp;
using Aspire.Hosting.Dashboard.Otlp.Protocol;
using Aspire.Hosting.Dashboard.Runs;
using Aspire.Hosting.Dashboard.Telemetry;
using Aspire.Hosting.Dashboard.Tests.Otlp;

namespace Aspire.Hosting.Dashboard.Tests.Runs;

public sealed class ComparisonTests
{
    [Fact]
    public void AnOperationIsComparedByItsPercentiles()
    {
        var before = Store(Payloads.Trace([.. Spans("query", [10, 20, 30, 40, 100]), .. Spans("gone", [1])]));
        var after = Store(Payloads.Trace([.. Spans("query", [60, 60, 60]), .. Spans("new", [1])]));

        var compared = OperationComparison.Between(before, after);

        Assert.Equal(["query", "gone", "new"], compared.Select(o => o.Name));
        Assert.Equal(("shop", 2.0), (compared[0].Resource, compared[0].Change));
        Assert.Equal(new OperationSpread(5, 0, Milliseconds(30), Milliseconds(100), Milliseconds(100)), compared[0].Before);
        Assert.Equal(new OperationSpread(3, 0, Milliseconds(60), Milliseconds(60), Milliseconds(60)), compared[0].After);
        Assert.Equal((null, null), (compared[1].After, compared[2].Before));
    }

    [Fact]
    public void AnInstrumentIsComparedOverTheWholeRun()
    {
        var before = Store(Payloads.Metrics(Counter(0, 10, 20), Gauge(1)));
        var after = Store(Payloads.Metrics(Counter(0, 40)));

        var compared = MetricComparison.Between(before, after);

        Assert.Equal(["load", "orders"], compared.Select(m => m.Name));
        Assert.Equal((1.0, null), (compared[0].Before!.Value, compared[0].After));
        Assert.Equal((10.0, 40.0), (compared[1].Before!.Value, compared[1].After!.Value));
    }

    [Fact]
    public void NothingCanBeComparedWithNothing()
    {
        var nothing = new TelemetryStore(new TelemetryLimits(), TimeProvider.System);

        Assert.Empty(OperationComparison.Between(nothing, nothing));
        Assert.Empty(MetricComparison.Between(nothing, nothing));
    }

    private static TimeSpan Milliseconds(double milliseconds) => TimeSpan.FromMilliseconds(milliseconds);

    private static IEnumerable<Span> Spans(string name, double[] milliseconds) => milliseconds.Select((duration, i) =>
    {
        var span = Payloads.Span((ulong)((name.GetHashCode(StringComparison.Ordinal) & 0xffff) + i + 1));
        (span.Name, span.EndTimeUnixNano) = (name, span.StartTimeUnixNano + (ulong)(duration * 1e6));
        return span;
    });

    /// <summary>As it stood second by second.</summary>
    private static Metric Counter(params long[] values) => new()
    {
        Name = "orders",
        Sum = new Sum
        {
            IsMonotonic = true,
            AggregationTemporality = 2,
            DataPoints = { values.Select((value, i) => new NumberDataPoint { AsInt = value, StartTimeUnixNano = 1, TimeUnixNano = (ulong)(i + 5) * 1_000_000_000 }) },
        },
    };

    private static Metric Gauge(double value) => new() { Name = "load", Gauge = new Gauge { DataPoints = { new NumberDataPoint { AsDouble = value, TimeUnixNano = 6_000_000_000 } } } };

    private static TelemetryStore Store(Google.Protobuf.IMessage request)
    {
        var store = new TelemetryStore(new TelemetryLimits(), TimeProvider.System);
        new OtlpIntake(store, new OtlpLimits(), TimeProvider.System).Take(request);
        return store;
    }
}
