using System.Text.Json;
using RegressionAnalyzer.Analysis;
using RegressionAnalyzer.Api.Charts;
using RegressionAnalyzer.Api.Insight;
using RegressionAnalyzer.Api.Jobs;
using RegressionAnalyzer.Api.Json;
using RegressionAnalyzer.Api.Storage;

namespace RegressionAnalyzer.Api.Results;

/// <summary>Results on the output volume: a folder <c>results/ID</c> with <c>result.json</c> and the charts, that appears whole by one rename.
/// A folder that holds files cannot be renamed over (POSIX <c>rename</c>: ENOTEMPTY), so a job has at most one result, whoever publishes.</summary>
internal sealed class ResultStore(Volumes volumes)
{
    private const string Document = "result.json";

    public bool Exists(string id) => File.Exists(Path.Combine(Folder(id), Document));

    /// <summary>Opens a published result; null when there is none.</summary>
    public FileStream? Open(string id) => WholeFile.OpenIfThere(Path.Combine(Folder(id), Document));

    /// <summary>Opens a chart of a published result; null when there is none.</summary>
    public FileStream? OpenChart(string id, string file) => WholeFile.OpenIfThere(Path.Combine(Folder(id), file));

    /// <summary>Adds a chart to a published result, for the next who asks. A result that is gone stays gone.</summary>
    public void KeepChart(string id, string file, ReadOnlySpan<byte> picture) => WholeFile.Write(Path.Combine(Folder(id), file), picture);

    public IReadOnlyList<ChartLink>? Charts(string id) => WholeFile.Read(Path.Combine(Folder(id), ChartFiles.List), ApiJson.Default.IReadOnlyListChartLink);

    public ResultDraft DraftFailure(JobRecord job, string error) => Stage(job, null, _ =>
        new FailedResult { JobId = job.JobId, UploadId = job.UploadId, Filename = job.Filename, Error = error }, CancellationToken.None);

    public ResultDraft Draft(JobRecord job, AnalysisResult analysis, Advice advice, CancellationToken cancellationToken) => Stage(job, analysis.Charts, charts => new CompletedResult
    {
        JobId = job.JobId,
        UploadId = job.UploadId,
        Filename = job.Filename,
        Rows = analysis.Rows,
        Columns = analysis.Columns,
        Transposed = analysis.Transposed,
        TransposeDecision = analysis.TransposeDecision,
        Context = job.Context,
        ColumnAnalysis = analysis.ColumnAnalysis,
        Statistics = analysis.Statistics,
        Insight = advice.Insight,
        Charts = charts,
        Warnings = [.. analysis.Warnings, .. advice.Warnings],
    }, cancellationToken);

    /// <summary>Publishes a draft; false when the job has a result already, which stays.</summary>
    public bool TryPublish(ResultDraft draft)
    {
        try
        {
            Directory.Move(draft.Folder, Folder(draft.JobId));
            return true;
        }
        catch (IOException) when (Exists(draft.JobId))
        {
            return false;
        }
    }

    /// <summary>Removes a result and its charts; how many were there, 0 or 1. It is out of the way by one rename, so that a chart that is drawn meanwhile,
    /// by whichever replica, finds no folder to be kept in.</summary>
    public int Delete(string id)
    {
        if (!Exists(id))
            return 0;
        var gone = Path.Combine(volumes.Results, WholeFile.TemporaryName());
        try
        {
            Directory.Move(Folder(id), gone);
        }
        catch (Exception trouble) when (trouble.IsStorageTrouble())
        {
            gone = Folder(id);
        }

        WholeFile.Discard(gone);
        return 1;
    }

    private ResultDraft Stage(
        JobRecord job, ChartSet? charts, Func<IReadOnlyList<ChartLink>, JobResult> compose, CancellationToken cancellationToken)
    {
        var draft = new ResultDraft(job.JobId, Path.Combine(volumes.Results, WholeFile.TemporaryName()));
        try
        {
            Directory.CreateDirectory(draft.Folder);
            var links = charts is null ? [] : ChartFiles.Write(job.JobId, charts, draft.Folder, cancellationToken);
            WholeFile.WriteNew(Path.Combine(draft.Folder, ChartFiles.List), JsonSerializer.SerializeToUtf8Bytes(links, ApiJson.Default.IReadOnlyListChartLink));
            var result = compose(links);
            WholeFile.WriteNew(Path.Combine(draft.Folder, Document), JsonSerializer.SerializeToUtf8Bytes(result, ApiJson.Default.JobResult));
            return draft with { Outcome = result is CompletedResult ? ResultDraft.Completed : ResultDraft.Failed };
        }
        catch
        {
            draft.Discard();
            throw;
        }
    }

    private string Folder(string id) => Path.Combine(volumes.Results, id);
}
