using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using RegressionAnalyzer.Api.Jobs;
using RegressionAnalyzer.Api.Tests.Serving;

namespace RegressionAnalyzer.Api.Tests.Jobs;

/// <summary>Several replicas over one pair of volumes.</summary>
public sealed class ReplicasTests : IDisposable
{
    private static readonly (string, string) ShortLease = ("Jobs:LeaseSeconds", "1");

    private readonly SharedVolumes _volumes = new();

    public void Dispose() => _volumes.Dispose();

    [Fact]
    public async Task Any_replica_answers_any_call()
    {
        using var takes = new Replica(_volumes);
        using var analyses = new Replica(_volumes);
        using var answers = new Replica(_volumes);

        var upload = await takes.Http.UploadedAsync("houses.csv", Tables.Small);
        var job = await analyses.Http.AnalyzingAsync(new { upload_id = upload, target = "price" });
        var result = await answers.Http.ResultAsync(job);

        Assert.Equal("completed", (string?)result["status"]);
        Assert.Equal("houses.csv", (string?)result["filename"]);
    }

    [Fact]
    public async Task Each_of_many_jobs_is_run_once_and_leaves_no_marker()
    {
        using var first = new Replica(_volumes);
        using var second = new Replica(_volumes);
        var upload = await first.Http.UploadedAsync("houses.csv", Tables.Small);

        var jobs = await Task.WhenAll(Enumerable.Range(0, 12).Select(number =>
            (number % 2 == 0 ? first : second).Http.AnalyzingAsync(new { upload_id = upload, target = "price" })));
        var results = await Task.WhenAll(jobs.Select(second.Http.ResultAsync));

        Assert.All(results, static result => Assert.Equal("completed", (string?)result["status"]));
        var stores = new Stores(_volumes);
        await Until(() => !stores.Jobs.Pending().Any());
        Assert.All(jobs, job => Assert.Equal(1, stores.Leases.Highest(job).Number));
        Assert.DoesNotContain(_volumes.Files, static file => file.Contains("tmp-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_job_whose_holder_died_is_taken_over()
    {
        var before = new Stores(_volumes);
        var job = before.AddJob(Tables.Small, "price");
        Assert.True(before.Leases.TryTake(new(job.JobId, 1)));

        using var replica = new Replica(_volumes, ShortLease);
        var result = await replica.Http.ResultAsync(job.JobId);

        Assert.Equal("completed", (string?)result["status"]);
        Assert.Equal(2, before.Leases.Highest(job.JobId).Number);
    }

    [Fact]
    public async Task A_job_that_was_given_back_is_taken_at_once()
    {
        var before = new Stores(_volumes);
        var job = before.AddJob(Tables.Small, "price");
        Assert.True(before.Leases.TryTake(new(job.JobId, 1)));
        before.Leases.Write(new(job.JobId, 1), new("other", 3, LeaseState.Returned, "regression", 0.5));

        using var replica = new Replica(_volumes, ("Jobs:LeaseSeconds", "3600"));
        var result = await replica.Http.ResultAsync(job.JobId);

        Assert.Equal("completed", (string?)result["status"]);
    }

    [Fact]
    public async Task A_job_that_three_holders_lost_fails_and_says_so()
    {
        var before = new Stores(_volumes);
        var job = before.AddJob(Tables.Small, "price");
        foreach (var number in new[] { 1, 2, 3 })
            Assert.True(before.Leases.TryTake(new(job.JobId, number)));

        using var replica = new Replica(_volumes, ShortLease);
        var result = await replica.Http.ResultAsync(job.JobId);

        Assert.Equal("failed", (string?)result["status"]);
        Assert.StartsWith("3 replicas", (string?)result["error"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lease_that_is_kept_is_not_taken()
    {
        var holder = new Stores(_volumes);
        var job = holder.AddJob(Tables.Small, "price");
        var lease = new Lease(job.JobId, 1);
        Assert.True(holder.Leases.TryTake(lease));
        var keeper = new LeaseKeeper(lease, holder.Leases, holder.Jobs, new JobOptions { Lease = TimeSpan.FromSeconds(1) }, TimeProvider.System);
        keeper.Report(new("regression", 0.5));

        using var replica = new Replica(_volumes, ShortLease);
        using var answer = await replica.Http.AskAsync($"/results/{job.JobId}?wait=3s");

        var result = await answer.JsonAsync();
        Assert.Equal(("processing", "regression", 0.5), ((string?)result["status"], (string?)result["stage"], (double?)result["progress"]));
        Assert.Equal(1, holder.Leases.Highest(job.JobId).Number);
        await keeper.DisposeAsync();
        Assert.Equal("completed", (string?)(await replica.Http.ResultAsync(job.JobId))["status"]);
    }

    [Fact]
    public async Task A_marker_left_after_its_result_was_published_is_taken_away()
    {
        var before = new Stores(_volumes);
        var job = before.AddJob(Tables.Small, "price");
        Assert.True(before.Results.TryPublish(before.Results.DraftFailure(job, "as it was published")));

        using var replica = new Replica(_volumes);
        await Until(() => !before.Jobs.Pending().Any());

        Assert.Equal("as it was published", (string?)(await replica.Http.ResultAsync(job.JobId))["error"]);
        Assert.Equal(0, before.Leases.Highest(job.JobId).Number);
    }

    [Fact]
    public async Task A_replica_that_is_told_to_stop_twice_at_once_gives_its_jobs_back_once()
    {
        using var replica = new Replica(_volumes);
        var workers = replica.Services.GetServices<IHostedService>().OfType<JobWorkers>().Single();

        var one = workers.StoppingAsync(TestContext.Current.CancellationToken);

        Assert.Same(one, workers.StoppingAsync(TestContext.Current.CancellationToken));
        await one;
    }

    private static async Task Until(Func<bool> condition)
    {
        while (!condition())
            await Task.Delay(10, TestContext.Current.CancellationToken);
    }
}
