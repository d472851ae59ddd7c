using System.Diagnostics;
using Microsoft.Extensions.Options;
using RegressionAnalyzer.Analysis;
using RegressionAnalyzer.Api.Insight;
using RegressionAnalyzer.Api.Results;
using RegressionAnalyzer.Api.Storage;
using RegressionAnalyzer.Api.Telemetry;
using RegressionAnalyzer.Api.Uploads;

namespace RegressionAnalyzer.Api.Jobs;

/// <summary>Runs one claimed job to its end: a published result, or the job given back.</summary>
internal sealed class JobRunner(
    JobQueue jobs,
    LeaseStore leases,
    UploadStore uploads,
    AdvisedAnalysis analyses,
    ResultStore results,
    ServiceTelemetry telemetry,
    IOptions<JobOptions> options,
    TimeProvider time,
    ILogger<JobRunner> logger)
{
    /// <summary>A table that kills its process must not kill every replica in turn.</summary>
    public const int MaxLost = 3;

    private static readonly TimeSpan StorageRetry = TimeSpan.FromSeconds(2);
    private const int MaxBackOff = 15;

    /// <param name="claim">The job and the right to run it.</param>
    /// <param name="handBack">Cancelled when this replica must stop before the job can be done.</param>
    public async Task RunAsync(Claim claim, CancellationToken handBack)
    {
        using var scope = logger.BeginScope("upload {UploadId} job {JobId}", claim.Job.UploadId, claim.Job.JobId);
        ServiceTelemetry.Traces.StartActivity("queue", ActivityKind.Internal, claim.Job.TraceParent, startTime: claim.Job.SubmittedAt)?.Dispose();
        using var span = ServiceTelemetry.Traces.StartActivity("job", ActivityKind.Consumer, claim.Job.TraceParent);
        span?.SetTag("job.id", claim.Job.JobId).SetTag("upload.id", claim.Job.UploadId).SetTag("job.lease", claim.Lease.Number)
            .SetTag("job.queued_seconds", (time.GetUtcNow() - claim.Job.SubmittedAt).TotalSeconds);
        await using var keeper = new LeaseKeeper(claim.Lease, leases, jobs, options.Value, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(handBack, keeper.Lost);
        var began = time.GetTimestamp();
        var outcome = "lost";
        telemetry.Started();
        try
        {
            outcome = await FinishAsync(claim, keeper, stop.Token);
            logger.LogInformation("The job {Outcome} after {Milliseconds:0} ms", outcome, time.GetElapsedTime(began).TotalMilliseconds);
        }
        catch (OperationCanceledException) when (handBack.IsCancellationRequested && !keeper.Lost.IsCancellationRequested)
        {
            await keeper.ReturnAsync();
            outcome = "returned";
            logger.LogInformation("Gave the job back: this replica stops");
        }
        catch (OperationCanceledException)
        {
            logger.LogWarning("Lease {Lease} is no longer ours: another replica has the job, or it was deleted", claim.Lease.Number);
        }
        finally
        {
            telemetry.Ended(outcome, time.GetElapsedTime(began));
            span?.SetTag("job.outcome", outcome);
        }
    }

    /// <summary>Goes on trying while the storage is in trouble: a full disk or a lost mount loses no job.</summary>
    private async Task<string> FinishAsync(Claim claim, LeaseKeeper keeper, CancellationToken stop)
    {
        for (var attempt = 1; ; attempt++)
        {
            ResultDraft? draft = null;
            try
            {
                // On a thread of its own: an analysis computes for as long as it takes, and the pool's threads are for answering requests.
                draft = await Task.Factory.StartNew(
                    () => Draft(claim, keeper, stop), stop, TaskCreationOptions.LongRunning, TaskScheduler.Default);
                if (!keeper.IsHeld())
                    throw new OperationCanceledException("The lease is lost.");
                if (!results.TryPublish(draft))
                    logger.LogWarning("Another replica had published a result already: it stays");
                jobs.Done(claim.Job);
                return draft.Outcome;
            }
            catch (Exception trouble) when (trouble.IsStorageTrouble())
            {
                logger.LogWarning("The storage is in trouble, attempt {Attempt}: {Reason}", attempt, Errno.Describe(trouble));
                await Task.Delay(StorageRetry * Math.Min(attempt, MaxBackOff), time, stop);
            }
            finally
            {
                draft?.Discard();
            }
        }
    }

    private ResultDraft Draft(Claim claim, LeaseKeeper keeper, CancellationToken stop)
    {
        ComputeThread.GiveWay();
        var job = claim.Job;
        if (claim.LostBefore >= MaxLost)
            return results.DraftFailure(job, $"{claim.LostBefore} replicas in turn stopped working while they ran this analysis. It is not tried again.");
        if (uploads.Find(job.UploadId) is not { } upload)
            return results.DraftFailure(job, "The upload was deleted before it was analysed.");
        using var stages = new StageClock(keeper, telemetry, time);
        try
        {
            var (analysis, advice) = analyses.Run(job, upload, uploads.TablePath(upload.UploadId), stages, stop);
            stages.Report(new("charts", 1));
            return results.Draft(job, analysis, advice, stop);
        }
        catch (AnalysisException unfit)
        {
            return results.DraftFailure(job, unfit.Message);
        }
        catch (Exception bug) when (bug is not OperationCanceledException && !bug.IsStorageTrouble())
        {
            logger.LogError(bug, "The analysis failed");
            return results.DraftFailure(job, "The analysis failed for a reason that is not in the table. The log of the service has it.");
        }
    }
}
