using System.Diagnostics;
using RegressionAnalyzer.Api.Analyses;
using RegressionAnalyzer.Api.Json;
using RegressionAnalyzer.Api.Storage;
using RegressionAnalyzer.Api.Uploads;

namespace RegressionAnalyzer.Api.Jobs;

/// <summary>Jobs on the data volume: <c>jobs/ID/job.json</c> says what to do, a marker in <c>pending</c> that it is not done.</summary>
internal sealed class JobQueue(Volumes volumes, JobSignal signal, TimeProvider time)
{
    private const int IdLength = 32;

    /// <summary>Takes a job on. When this returns, the job outlives this replica.</summary>
    public JobRecord Add(AnalyzeRequest request, UploadRecord upload)
    {
        var job = new JobRecord(
            Id.New(), upload.UploadId, upload.Filename, request.Target, request.Features, request.Context, request.SkipLlm, request.Transpose,
            time.GetUtcNow(), Activity.Current?.Id, Model.Of(request));
        Directory.CreateDirectory(Folder(job.JobId));
        try
        {
            WholeFile.Write(RecordPath(job.JobId), job, ApiJson.Default.JobRecord);
            WholeFile.WriteNew(MarkerPath(job), default);
        }
        catch
        {
            WholeFile.Discard(Folder(job.JobId));
            throw;
        }

        signal.Raise();
        return job;
    }

    public JobRecord? Find(string id) => Id.IsWellFormed(id)
        ? WholeFile.Read(RecordPath(id), ApiJson.Default.JobRecord) ?? Volumes.Absent<JobRecord>(volumes.Jobs)
        : null;

    public bool Exists(string id) => File.Exists(RecordPath(id));

    public IEnumerable<JobRecord> All() => Directory.EnumerateDirectories(volumes.Jobs)
        .Select(static path => Path.GetFileName(path)).Select(Find).OfType<JobRecord>();

    /// <summary>Removes a job, its record first: after that there is none, and who still runs it can publish nothing. False when there was none.</summary>
    public bool Delete(string id)
    {
        if (Find(id) is not { } job)
            return false;
        File.Delete(RecordPath(id));
        WholeFile.Discard(MarkerPath(job));
        WholeFile.Discard(Folder(id));
        signal.Raise();
        return true;
    }

    /// <summary>The job that a marker stands for.</summary>
    public static string IdOf(string marker) => marker.Length > IdLength ? marker[^IdLength..] : "";

    /// <summary>Ids of the jobs not done, oldest first.</summary>
    public IEnumerable<string> Pending() => Directory.EnumerateFiles(volumes.Pending)
        .Where(static path => Id.IsWellFormed(IdOf(path)))
        .Order(StringComparer.Ordinal)
        .Select(IdOf);

    /// <summary>Takes the marker away: nobody need look at the job again.</summary>
    public void Done(JobRecord job)
    {
        WholeFile.Discard(MarkerPath(job));
        signal.Raise();
    }

    /// <summary>The folder of a job's record and leases.</summary>
    public string Folder(string id) => Path.Combine(volumes.Jobs, id);

    private string RecordPath(string id) => Path.Combine(Folder(id), "job.json");

    private string MarkerPath(JobRecord job) => Path.Combine(volumes.Pending, job.Marker);
}
