using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using RegressionAnalyzer.Analysis;
using RegressionAnalyzer.Api.Jobs;
using RegressionAnalyzer.Api.Problems;
using RegressionAnalyzer.Api.Results;

namespace RegressionAnalyzer.Api.Charts;

internal static class ChartsApi
{
    public static void MapCharts(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/charts/{jobId}").WithTags("Charts").ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        group.MapGet("", List).WithName("listCharts").ProducesProblem(StatusCodes.Status404NotFound);
        group.MapGet("/{name}", FindAsync).WithName("getChart")
            .Produces(StatusCodes.Status200OK, contentType: ChartFormat.Png.MediaType, additionalContentTypes: ChartFormat.Svg.MediaType)
            .Produces(StatusCodes.Status304NotModified)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status406NotAcceptable);
    }

    /// <summary>List the charts of a job</summary>
    /// <remarks>None while the job is processing, or when it failed.</remarks>
    internal static Results<Ok<ChartList>, ProblemHttpResult> List(string jobId, JobQueue jobs, ResultStore results)
    {
        if (jobs.Find(jobId) is null)
            return Problem.NoResult(jobId);
        return results.Charts(jobId) is { } charts
            ? TypedResults.Ok(new ChartList(jobId, charts.Count > 0 ? "completed" : "failed", charts))
            : TypedResults.Ok(new ChartList(jobId, "processing", []));
    }

    /// <summary>Get a chart</summary>
    /// <remarks>As PNG or SVG, by the name's ending or by <c>Accept</c>. A chart never changes: keep it for ever.</remarks>
    internal static async Task<Results<FileStreamHttpResult, ProblemHttpResult>> FindAsync(
        string jobId, string name, HttpRequest request, HttpResponse response, JobQueue jobs, ResultStore results, ChartDrawer drawer,
        CancellationToken cancellationToken, string? theme = null)
    {
        if (jobs.Find(jobId) is null)
            return Problem.NoResult(jobId);
        if (ThemeNamed(theme) is not { } page)
            return Problem.Of(StatusCodes.Status400BadRequest, $"'theme' is '{theme}'. Allowed are: light, dark.");
        var charts = results.Charts(jobId) ?? [];
        var stem = Path.GetFileNameWithoutExtension(name);
        // Only a name on the list becomes part of a path.
        if (charts.FirstOrDefault(chart => chart.Name == stem) is not { } known)
            return Problem.Of(StatusCodes.Status404NotFound, $"The job has no chart '{stem}'. It has: {Names(charts)}.");
        if (ChartFormat.Choose(Path.GetExtension(name), request.GetTypedHeaders().Accept) is not { } format)
            return Problem.Of(StatusCodes.Status406NotAcceptable, $"A chart is {ChartFormat.Png.MediaType} or {ChartFormat.Svg.MediaType}; the request accepts neither.");
        if (await drawer.OpenAsync(jobId, known.Name, page, format, cancellationToken) is not { } picture)
            return Problem.NoResult(jobId);

        // Weak where the answer may be compressed on its way: then its bytes are not always the same (RFC 9110, 8.8.3.3).
        response.Headers.CacheControl = "public, max-age=31536000, immutable";
        response.Headers.Vary = HeaderNames.Accept;
        return TypedResults.Stream(picture, format.MediaType, entityTag: new($"\"{jobId}-{ChartFiles.Name(known.Name, page, format)}\"", isWeak: format == ChartFormat.Svg));
    }

    private static ChartTheme? ThemeNamed(string? name) => name switch
    {
        null or "light" => ChartTheme.Light,
        "dark" => ChartTheme.Dark,
        _ => null,
    };

    private static string Names(IReadOnlyList<ChartLink> charts) =>
        charts.Count == 0 ? "none yet" : string.Join(", ", charts.Select(static chart => chart.Name));
}
