using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using RegressionAnalyzer.Api.Jobs;
using RegressionAnalyzer.Api.Tests.Serving;

namespace RegressionAnalyzer.Api.Tests.Jobs;

public sealed class LeaseTests : IDisposable
{
    private static readonly TimeSpan LeaseTime = TimeSpan.FromSeconds(30);

    private readonly SharedVolumes _volumes = new();
    private readonly FakeTimeProvider _time = new();
    private readonly Stores _stores;
    private readonly LeaseWatch _watch;
    private readonly Lease _lease;

    public LeaseTests()
    {
        _stores = new(_volumes, _time);
        _watch = new(_stores.Leases, Options.Create(new JobOptions { Lease = LeaseTime }), _time);
        _lease = new(_stores.AddJob(Tables.Small).JobId, 1);
    }

    public void Dispose() => _volumes.Dispose();

    [Fact]
    public void Of_many_who_try_at_once_one_takes_a_lease()
    {
        var taken = 0;
        Parallel.For(0, 32, _ => Interlocked.Add(ref taken, _stores.Leases.TryTake(_lease) ? 1 : 0));

        Assert.Equal(1, taken);
    }

    [Fact]
    public void A_lease_is_lost_when_no_change_is_seen_for_its_whole_time()
    {
        _stores.Leases.TryTake(_lease);

        Assert.False(_watch.IsFree(_lease));
        _time.Advance(LeaseTime - TimeSpan.FromMilliseconds(1));
        Assert.False(_watch.IsFree(_lease));
        _time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.True(_watch.IsFree(_lease));
    }

    [Fact]
    public void A_change_keeps_it_for_another_whole_time()
    {
        _stores.Leases.TryTake(_lease);
        Assert.False(_watch.IsFree(_lease));
        _time.Advance(LeaseTime);
        _stores.Leases.Write(_lease, new("other", 1, LeaseState.Held, "loading", 0));

        Assert.False(_watch.IsFree(_lease));
        _time.Advance(LeaseTime);
        Assert.True(_watch.IsFree(_lease));
    }

    [Fact]
    public void What_the_clocks_of_others_say_does_not_count()
    {
        _stores.Leases.TryTake(_lease);
        File.SetLastWriteTimeUtc(Path.Combine(_stores.Jobs.Folder(_lease.JobId), "lease.1"), DateTime.UnixEpoch);

        Assert.False(_watch.IsFree(_lease));
    }

    [Fact]
    public async Task A_holder_notices_that_another_has_the_job()
    {
        _stores.Leases.TryTake(_lease);
        await using var keeper = new LeaseKeeper(_lease, _stores.Leases, _stores.Jobs, new JobOptions { Lease = LeaseTime }, _time);
        Assert.True(keeper.IsHeld());

        _stores.Leases.TryTake(_lease with { Number = 2 });

        Assert.False(keeper.IsHeld());
        await UntilLost(keeper);
    }

    [Fact]
    public async Task A_holder_notices_that_the_job_was_deleted()
    {
        _stores.Leases.TryTake(_lease);
        await using var keeper = new LeaseKeeper(_lease, _stores.Leases, _stores.Jobs, new JobOptions { Lease = LeaseTime }, _time);

        Directory.Delete(_stores.Jobs.Folder(_lease.JobId), recursive: true);

        await UntilLost(keeper);
        Assert.False(Directory.Exists(_stores.Jobs.Folder(_lease.JobId)));
    }

    [Fact]
    public void A_published_result_stays_whoever_publishes_another()
    {
        var job = _stores.Jobs.Find(_lease.JobId)!;
        var first = _stores.Results.DraftFailure(job, "first");
        var second = _stores.Results.DraftFailure(job, "second");

        Assert.True(_stores.Results.TryPublish(first));
        Assert.False(_stores.Results.TryPublish(second));

        using var result = new StreamReader(_stores.Results.Open(job.JobId)!);
        Assert.Contains("first", result.ReadToEnd(), StringComparison.Ordinal);
    }

    private async Task UntilLost(LeaseKeeper keeper)
    {
        while (!keeper.Lost.IsCancellationRequested)
        {
            _time.Advance(LeaseTime / 10);
            await Task.Yield();
        }
    }
}
