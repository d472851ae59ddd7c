using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using RegressionAnalyzer.Api.Retention;
using RegressionAnalyzer.Api.Tests.Jobs;
using RegressionAnalyzer.Api.Tests.Serving;

namespace RegressionAnalyzer.Api.Tests.Retention;

public sealed class SweepTests : IDisposable
{
    private readonly SharedVolumes _volumes = new();
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);
    private readonly Stores _stores;

    public SweepTests() => _stores = new(_volumes, _time);

    public void Dispose() => _volumes.Dispose();

    [Fact]
    public void Finished_jobs_and_uploads_go_after_their_time()
    {
        var job = _stores.AddJob(Tables.Small);
        _stores.Results.TryPublish(_stores.Results.DraftFailure(job, "done"));
        _stores.Jobs.Done(job);

        Run(keep: TimeSpan.FromDays(30), after: TimeSpan.FromDays(29));
        Assert.NotNull(_stores.Jobs.Find(job.JobId));
        Run(keep: TimeSpan.FromDays(30), after: TimeSpan.FromDays(2));

        Assert.Empty(_volumes.Files);
    }

    [Fact]
    public void A_job_that_is_not_done_stays_with_its_upload()
    {
        var job = _stores.AddJob(Tables.Small);

        Run(keep: TimeSpan.FromDays(1), after: TimeSpan.FromDays(100));

        Assert.NotNull(_stores.Jobs.Find(job.JobId));
        Assert.Equal([job.JobId], _stores.Jobs.Pending());
        Assert.NotNull(_stores.Uploads.Find(job.UploadId));
    }

    [Fact]
    public void Kept_for_ever_means_for_ever()
    {
        _stores.AddJob(Tables.Small);
        var before = _volumes.Files;

        Run(keep: null, after: TimeSpan.FromDays(10_000));

        Assert.Equal(before, _volumes.Files);
    }

    [Fact]
    public void What_dead_replicas_left_goes_after_a_day()
    {
        var kept = _stores.AddJob(Tables.Small);
        var before = _volumes.Files;
        File.WriteAllText(_stores.Uploads.NewTemporary(), "half");
        File.WriteAllText(_stores.Uploads.TablePath("0123456789abcdef0123456789abcdef"), "without a record");
        File.WriteAllText(Path.Combine(_stores.Volumes.Pending, "000000000000-0123456789abcdef0123456789abcdef"), "");
        Directory.CreateDirectory(_stores.Jobs.Folder("0123456789abcdef0123456789abcdef"));
        _stores.Results.DraftFailure(kept, "never published");

        Run(keep: null, after: TimeSpan.FromHours(23));
        Assert.NotEqual(before, _volumes.Files);
        Run(keep: null, after: TimeSpan.FromHours(2));

        Assert.Equal(before, _volumes.Files);
    }

    [Fact]
    public void Of_several_replicas_one_takes_the_turn_of_an_hour()
    {
        var turns = Enumerable.Range(0, 5).Select(_ => new SweepTurn(_stores.Volumes, _time)).ToList();

        Assert.Single(turns, static turn => turn.TryTake());
        _time.Advance(TimeSpan.FromHours(1));
        Assert.Single(turns, static turn => turn.TryTake());
        Assert.Single(_volumes.Files);
    }

    private void Run(TimeSpan? keep, TimeSpan after)
    {
        _time.Advance(after);
        var options = Options.Create(new RetentionOptions { Keep = keep });
        new Sweep(_stores.Volumes, _stores.Uploads, _stores.Jobs, _stores.Results, options, _time, NullLogger<Sweep>.Instance).Run(CancellationToken.None);
    }
}
