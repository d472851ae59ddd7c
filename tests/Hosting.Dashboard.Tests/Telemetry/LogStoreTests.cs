using Aspire.Hosting.Dashboard.Telemetry;
using static Aspire.Hosting.Dashboard.Tests.Telemetry.Records;

namespace Aspire.Hosting.Dashboard.Tests.Telemetry;

public sealed class LogStoreTests
{
    [Fact]
    public void KeepsTheNewestWithinItsCount()
    {
        var logs = Store(new TelemetryLimits { MaxLogs = 100 }).Logs;

        for (var i = 0; i < 1000; i++)
            logs.Add([Log(i)]);

        var kept = logs.Snapshot();
        Assert.InRange(kept.Count, 98, 100);
        Assert.Equal(Enumerable.Range(1000 - kept.Count, kept.Count), kept.All().Select(r => (int)(r.Time.Nanoseconds / 1e6)));
        Assert.Equal(1000, logs.Count().Received);
    }

    [Fact]
    public void KeepsWithinItsBytesHoweverLargeTheRecords()
    {
        var logs = Store(new TelemetryLimits { MaxLogMegabytes = 1 }).Logs;

        for (var i = 0; i < 200; i++)
        {
            logs.Add([Log(i, new string('x', 20_000))]);
            Assert.InRange(logs.Count().Bytes, 1, 1024 * 1024);
        }

        Assert.InRange(logs.Count().Count, 20, 27);
    }

    [Fact]
    public void SnapshotsStayAsTheyWere()
    {
        var logs = Store(new TelemetryLimits { MaxLogs = 64 }).Logs;
        logs.Add([Log(1), Log(2)]);
        var before = logs.Snapshot();

        logs.Add(Enumerable.Range(3, 500).Select(i => Log(i)).ToList());

        Assert.Equal([1, 2], before.All().Select(r => r.Time.Nanoseconds / 1e6));
        Assert.Equal(1, before.Find(1)!.Id);
        Assert.Null(logs.Snapshot().Find(1));
    }

    [Fact]
    public void PagesGoBackInTimeWhateverTheOrderOfArrival()
    {
        var logs = Store(new TelemetryLimits { MaxLogs = 10_000 }).Logs;
        var shuffled = Enumerable.Range(0, 5000).Select(i => Log(i + (i * 7919 % 300))).ToList();
        logs.Add(shuffled);

        var read = new List<LogRecord>();
        RecordPosition? before = null;
        do
        {
            var page = logs.Page(null, 333, before);
            read.AddRange(page.Records);
            before = page.Older;
        }
        while (before is not null);

        Assert.Equal(shuffled.OrderByDescending(RecordPosition.Of), read);
    }

    [Fact]
    public void PagesHoldOnlyWhatMatches()
    {
        var logs = Store().Logs;
        logs.Add([.. Enumerable.Range(0, 1000).Select(i => Log(i, i % 100 == 0 ? "rare" : "common"))]);

        var page = logs.Page(r => r.Message == "rare", 10);

        Assert.Equal(10, page.Records.Count);
        Assert.Null(page.Older);
    }

    [Fact]
    public void ViewsFollowWhatComesAndWhatGoes()
    {
        var logs = Store(new TelemetryLimits { MaxLogs = 128 }).Logs;
        var view = logs.View(r => r.Message == "yes");

        for (var round = 0; round < 50; round++)
        {
            logs.Add([Log(round * 10, "yes"), Log((round * 10) - 15, "yes"), Log(round * 10, "no")]);
            view.Refresh();
            Assert.Equal(logs.Snapshot().All().Where(r => r.Message == "yes").OrderBy(RecordPosition.Of), view.Records);
        }
    }

    [Fact]
    public async Task ManyMayWriteAndReadAtOnce()
    {
        var logs = Store(new TelemetryLimits { MaxLogs = 1000 }).Logs;
        var writers = Enumerable.Range(0, 4)
            .Select(_ => Task.Run(() => { for (var i = 0; i < 2000; i++) logs.Add([Log(i), Log(i)]); }))
            .ToList();

        while (!writers.TrueForAll(w => w.IsCompleted))
        {
            var snapshot = logs.Snapshot();
            Assert.Equal(snapshot.Count, snapshot.All().Count());
            Assert.All(snapshot.All().Select((record, i) => record.Id - i), id => Assert.Equal(snapshot.FirstId, id));
        }

        await Task.WhenAll(writers);
        Assert.Equal(16_000, logs.Count().Received);
    }
}
