using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using RegressionAnalyzer.Api.Limits;
using RegressionAnalyzer.Api.Problems;

namespace RegressionAnalyzer.Api.Uploads;

internal static class UploadsApi
{
    private const string SkipBadRows = "skip_bad_rows";

    public static void MapUploads(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("").WithTags("Uploads").ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        group.MapPost("/upload", UploadAsync)
            .WithName("upload")
            .WithMetadata(new CountsItsBytes())
            .WithRateLimit()
            .Accepts<IFormFile>("multipart/form-data")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .ProducesProblem(StatusCodes.Status507InsufficientStorage);
        group.MapGet("/uploads/{uploadId}", Find).WithName("getUpload").ProducesProblem(StatusCodes.Status404NotFound);
        group.MapDelete("/uploads/{uploadId}", Delete).WithName("deleteUpload").ProducesProblem(StatusCodes.Status404NotFound);
    }

    /// <summary>Upload a table</summary>
    /// <remarks>A CSV, TSV, text or Excel file in a form part named <c>file</c>. The answer tells its columns and their types.</remarks>
    internal static async Task<Created<UploadView>> UploadAsync(
        HttpRequest request, UploadIntake intake, CancellationToken cancellationToken, [FromQuery(Name = SkipBadRows)] string? skipBadRows = null)
    {
        var upload = await intake.TakeAsync(request, OnOff.Read(SkipBadRows, skipBadRows), cancellationToken);
        return TypedResults.Created($"/api/v1/uploads/{upload.UploadId}", UploadView.Of(upload));
    }

    /// <summary>Look at an upload</summary>
    /// <remarks>Its name, size, rows, and columns with their types.</remarks>
    internal static Results<Ok<UploadView>, ProblemHttpResult> Find(string uploadId, UploadStore uploads) =>
        uploads.Find(uploadId) is { } upload ? TypedResults.Ok(UploadView.Of(upload)) : Problem.NoUpload(uploadId);

    /// <summary>Delete an upload</summary>
    /// <remarks>Results already made of it stay; jobs that still wait for it fail and say so.</remarks>
    internal static Results<NoContent, ProblemHttpResult> Delete(string uploadId, UploadStore uploads) =>
        uploads.Delete(uploadId) ? TypedResults.NoContent() : Problem.NoUpload(uploadId);

    /// <summary>The intake counts the bytes itself: when Kestrel does, it cuts the connection and the client never reads the answer.</summary>
    private sealed class CountsItsBytes : IRequestSizeLimitMetadata
    {
        public long? MaxRequestBodySize => null;
    }
}
