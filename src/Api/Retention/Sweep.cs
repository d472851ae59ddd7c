using Microsoft.Extensions.Options;
using RegressionAnalyzer.Api.Jobs;
using RegressionAnalyzer.Api.Results;
using RegressionAnalyzer.Api.Storage;
using RegressionAnalyzer.Api.Uploads;

namespace RegressionAnalyzer.Api.Retention;

/// <summary>Removes what is past its retention time, and what replicas that died left half-done.</summary>
internal sealed class Sweep(
    Volumes volumes, UploadStore uploads, JobQueue jobs, ResultStore results, IOptions<RetentionOptions> options, TimeProvider time, ILogger<Sweep> logger)
{
    /// <summary>What nobody has touched for so long belongs to nobody: longer than any upload or job takes, and than clocks differ.</summary>
    private static readonly TimeSpan Abandoned = TimeSpan.FromDays(1);

    public void Run(CancellationToken cancellationToken)
    {
        var removed = options.Value.Keep is { } keep ? Expired(time.GetUtcNow() - keep, cancellationToken) : 0;
        var cleared = Leftovers(time.GetUtcNow() - Abandoned, cancellationToken);
        if (removed + cleared > 0)
            logger.LogInformation("Removed {Expired} uploads and results past their time, and {Leftovers} leftovers", removed, cleared);
    }

    private int Expired(DateTimeOffset before, CancellationToken cancellationToken)
    {
        var removed = 0;
        var needed = new HashSet<string>();
        foreach (var job in jobs.All().TakeWhile(_ => !cancellationToken.IsCancellationRequested))
        {
            if (!results.Exists(job.JobId))
                needed.Add(job.UploadId);
            else if (job.SubmittedAt < before && jobs.Delete(job.JobId))
                removed += results.Delete(job.JobId);
        }

        return removed + uploads.All()
            .TakeWhile(_ => !cancellationToken.IsCancellationRequested)
            .Count(upload => upload.UploadedAt < before && !needed.Contains(upload.UploadId) && uploads.Delete(upload.UploadId));
    }

    private int Leftovers(DateTimeOffset before, CancellationToken cancellationToken)
    {
        var abandoned = Entries(volumes.Uploads).Where(UploadStore.IsLeftover)
            .Concat(Entries(volumes.Results).Where(path => !jobs.Exists(Path.GetFileName(path))))
            .Concat(Entries(volumes.Jobs).Where(path => !jobs.Exists(Path.GetFileName(path))))
            .Concat(Entries(volumes.Pending).Where(path => !jobs.Exists(JobQueue.IdOf(path))))
            .Concat(Directory.EnumerateFiles(volumes.Data, Volumes.Probe + "*"))
            .Concat(Directory.EnumerateFiles(volumes.Output, Volumes.Probe + "*"))
            .Where(path => File.GetLastWriteTimeUtc(path) < before.UtcDateTime)
            .TakeWhile(_ => !cancellationToken.IsCancellationRequested)
            .ToList();
        abandoned.ForEach(WholeFile.Discard);
        return abandoned.Count;
    }

    private static IEnumerable<string> Entries(string folder) => Directory.EnumerateFileSystemEntries(folder);
}
