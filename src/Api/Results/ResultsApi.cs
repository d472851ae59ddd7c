using Microsoft.AspNetCore.Http.HttpResults;
using RegressionAnalyzer.Api.Jobs;
using RegressionAnalyzer.Api.Problems;

namespace RegressionAnalyzer.Api.Results;

internal static class ResultsApi
{
    public static void MapResults(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/results/{jobId}").WithTags("Results").ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        group.MapGet("", FindAsync).WithName("getResult").Produces<JobResult>().Produces(StatusCodes.Status304NotModified).ProducesProblem(StatusCodes.Status400BadRequest);
        group.MapDelete("", Delete).WithName("deleteResult");
    }

    /// <summary>Read a result</summary>
    /// <remarks>Where the job stands, or the analysis in full. <c>?wait=30s</c> holds the answer back until the job is done, for that long at most.</remarks>
    internal static async Task<Results<FileStreamHttpResult, Ok<JobResult>, ProblemHttpResult>> FindAsync(
        string jobId, string? wait, HttpResponse response, JobQueue jobs, ResultStore results, ResultWait waiting, LeaseStore leases, CancellationToken cancellationToken)
    {
        var atMost = Patience.Read(wait);
        if (jobs.Find(jobId) is not { } job)
            return Problem.NoResult(jobId);

        await waiting.WaitAsync(jobId, atMost, cancellationToken);
        if (results.Open(jobId) is { } document)
        {
            response.Headers.CacheControl = "private, no-cache"; // it never changes, but it may be deleted
            return TypedResults.Stream(document, "application/json; charset=utf-8", entityTag: new($"\"{jobId}\"", isWeak: true)); // the same words, compressed or not
        }

        response.Headers.CacheControl = "no-store";
        if (!jobs.Exists(jobId))
            return Problem.NoResult(jobId);
        var note = leases.Highest(jobId) is { Number: > 0 } lease ? leases.Read(lease) : null;
        return TypedResults.Ok<JobResult>(new ProcessingResult
        {
            JobId = job.JobId,
            UploadId = job.UploadId,
            Filename = job.Filename,
            Stage = note is { State: LeaseState.Held } ? note.Stage : "queued",
            Progress = note is { State: LeaseState.Held } ? note.Fraction : 0,
        });
    }

    /// <summary>Delete a result</summary>
    /// <remarks>With its charts. A job that still waits or runs is cancelled.</remarks>
    internal static Results<NoContent, ProblemHttpResult> Delete(string jobId, JobQueue jobs, ResultStore results)
    {
        if (!jobs.Delete(jobId))
            return Problem.NoResult(jobId);
        results.Delete(jobId);
        return TypedResults.NoContent();
    }
}
