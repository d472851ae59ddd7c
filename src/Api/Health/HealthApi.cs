using System.Reflection;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using RegressionAnalyzer.Api.Insight;
using RegressionAnalyzer.Api.Json;
using RegressionAnalyzer.Api.Problems;

namespace RegressionAnalyzer.Api.Health;

internal static class HealthApi
{
    private static readonly string Version =
        typeof(HealthApi).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    public static void MapHealth(this IEndpointRouteBuilder api) => api.MapGet("/health", Check)
        .WithTags("Health")
        .WithName("health")
        .Produces<HealthReport>(StatusCodes.Status503ServiceUnavailable)
        .ProducesProblem(StatusCodes.Status400BadRequest);

    /// <summary>Ask how this replica is</summary>
    /// <remarks>Shallow: trouble of the shared storage is told as <c>degraded</c>, it does not fail every replica at once.
    /// <c>?probe=ready</c> answers 503 while starting and from the moment the replica is told to stop.</remarks>
    internal static Results<Ok<HealthReport>, JsonHttpResult<HealthReport>, ProblemHttpResult> Check(
        string? probe, Readiness readiness, StorageWatch storage, IOptions<InsightOptions> insight, HttpResponse response)
    {
        response.Headers.CacheControl = "no-store";
        return probe switch
        {
            "ready" when readiness.IsStopping => NotReady("stopping", storage, insight.Value),
            "ready" when readiness.IsStarting => NotReady("starting", storage, insight.Value),
            null or "ready" or "live" or "startup" => TypedResults.Ok(Report(null, storage, insight.Value)),
            _ => Problem.Of(StatusCodes.Status400BadRequest, $"probe is '{probe}'. Allowed: startup, live, ready."),
        };
    }

    private static JsonHttpResult<HealthReport> NotReady(string status, StorageWatch storage, InsightOptions insight) =>
        TypedResults.Json(Report(status, storage, insight), ApiJson.Default.HealthReport, statusCode: StatusCodes.Status503ServiceUnavailable);

    private static HealthReport Report(string? status, StorageWatch storage, InsightOptions insight)
    {
        var now = storage.Now;
        var fine = now.Data.IsOk && now.Output.IsOk;
        return new(status ?? (fine ? "healthy" : "degraded"), Version, insight.Active is not null, insight.Configured, now);
    }
}
