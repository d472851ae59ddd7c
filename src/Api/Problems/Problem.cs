using Microsoft.AspNetCore.Http.HttpResults;

namespace RegressionAnalyzer.Api.Problems;

/// <summary>Answers that say what was wrong and what to do about it (RFC 9457).</summary>
internal static class Problem
{
    public static ProblemHttpResult NoUpload(string id) => NotFound("upload", id);

    public static ProblemHttpResult NoResult(string id) => NotFound("job", id);

    public static ProblemHttpResult Of(int status, string detail, params IEnumerable<KeyValuePair<string, object?>> more) =>
        TypedResults.Problem(detail, statusCode: status, extensions: more);

    private static ProblemHttpResult NotFound(string kind, string id) => Of(
        StatusCodes.Status404NotFound,
        $"There is no {kind} '{Shown(id)}'. It was never made, was deleted, or its retention time is over.");

    /// <summary>An id as it was sent, short enough to be read.</summary>
    private static string Shown(string id) => id.Length <= 64 ? id : string.Concat(id.AsSpan(0, 64), "…");
}
