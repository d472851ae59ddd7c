using Microsoft.AspNetCore.Http.HttpResults;
using RegressionAnalyzer.Api.Jobs;
using RegressionAnalyzer.Api.Limits;
using RegressionAnalyzer.Api.Problems;
using RegressionAnalyzer.Api.Storage;
using RegressionAnalyzer.Api.Uploads;

namespace RegressionAnalyzer.Api.Analyses;

internal static class AnalysesApi
{
    public static void MapAnalyses(this IEndpointRouteBuilder api) => api.MapPost("/analyze", Analyze)
        .WithTags("Analyses")
        .WithName("analyze")
        .WithRateLimit()
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable)
        .ProducesProblem(StatusCodes.Status507InsufficientStorage);

    /// <summary>Analyse an upload</summary>
    /// <remarks>Takes the job on and answers at once; <c>Location</c> is where its result will be.</remarks>
    internal static Results<Accepted<AnalyzeAccepted>, ProblemHttpResult> Analyze(
        AnalyzeRequest request, UploadStore uploads, JobQueue jobs, FreeSpace space, ILogger<JobQueue> logger)
    {
        if (uploads.Find(request.UploadId) is not { } upload)
            return Problem.NoUpload(request.UploadId);
        if (RequestCheck.Find(request, upload) is { } problem)
            return problem;

        space.Demand(0);
        var job = jobs.Add(request, upload);
        using var scope = logger.BeginScope("upload {UploadId} job {JobId}", upload.UploadId, job.JobId);
        logger.LogInformation("Took the job on");
        return TypedResults.Accepted($"/api/v1/results/{job.JobId}", new AnalyzeAccepted(job.JobId, "processing"));
    }
}
