using Aspire.Hosting.Dashboard.Telemetry;
using Microsoft.Extensions.Time.Testing;

namespace Aspire.Hosting.Dashboard.Tests.Telemetry;

public sealed class TelemetryChangesTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task ManyChangesAreOneRefreshAnInterval()
    {
        var changes = new TelemetryChanges(_time);
        await using var watch = changes.WatchAsync(TelemetryKinds.Logs, TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        var first = watch.MoveNextAsync();
        Assert.False(first.IsCompleted);

        for (var i = 0; i < 1000; i++)
            changes.Report(TelemetryKinds.Logs);
        Assert.True(await first);

        var second = watch.MoveNextAsync().AsTask();
        changes.Report(TelemetryKinds.Logs);
        Assert.False(second.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.True(await second);
    }

    [Fact]
    public async Task OtherKindsDoNotWake()
    {
        var changes = new TelemetryChanges(_time);
        await using var watch = changes.WatchAsync(TelemetryKinds.Metrics, TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        var next = watch.MoveNextAsync();

        changes.Report(TelemetryKinds.Logs | TelemetryKinds.Traces);
        Assert.False(next.IsCompleted);

        changes.Report(TelemetryKinds.All);
        Assert.True(await next);
    }
}
