using RegressionAnalyzer.Api.Analyses;

namespace RegressionAnalyzer.Api.Jobs;

/// <summary>What a job is to do: written once, before the job is acknowledged.</summary>
/// <param name="JobId">The job's id.</param>
/// <param name="UploadId">The upload to analyse.</param>
/// <param name="Filename">The upload's file name, for display.</param>
/// <param name="Target">The column to explain, where one was named.</param>
/// <param name="Features">The columns to explain it by, where some were named.</param>
/// <param name="Context">The analyst's words about the table.</param>
/// <param name="SkipLlm">Whether no language model may be asked.</param>
/// <param name="Transpose">Whether rows and columns change places, where that was said.</param>
/// <param name="SubmittedAt">When, by the clock of the replica that took the job on.</param>
/// <param name="TraceParent">The trace that the job belongs to (W3C Trace Context), so that it goes on in whichever replica runs it.</param>
/// <param name="Model">How the target is to be explained; as is usual when null.</param>
internal sealed record JobRecord(
    string JobId,
    string UploadId,
    string Filename,
    string? Target,
    IReadOnlyList<string>? Features,
    string? Context,
    bool SkipLlm,
    bool? Transpose,
    DateTimeOffset SubmittedAt,
    string? TraceParent,
    Model? Model = null)
{
    /// <summary>The marker's name in the pending folder: sorts by time, so that the oldest job is looked at first.</summary>
    public string Marker => $"{SubmittedAt.ToUnixTimeMilliseconds():x12}-{JobId}";
}
