using Aspire.Hosting.Dashboard.Otlp;
using Aspire.Hosting.Dashboard.Runs;
using Aspire.Hosting.Dashboard.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Aspire.Hosting.Dashboard.Api;

/// <summary>
/// The data of the pages for scripts and tests. It is asked at the address of OTLP over HTTP with the same key, which the AppHost's resources know;
/// where pages want links to it, it can be mapped behind their login too.
/// </summary>
internal sealed class TelemetryApi(TelemetryRuns runs, TimeProvider time) : IMapOtlpRoutes
{
    private const string Base = "/api/telemetry";

    public void MapTo(IEndpointRouteBuilder routes)
    {
        routes.MapGet($"{Base}/resources", Answer((store, _, context) => context.WriteArrayAsync("resources", store.Resources.All(), TelemetryJson.Write)));
        routes.MapGet($"{Base}/logs", Answer(LogsAsync));
        routes.MapGet($"{Base}/traces", Answer(TracesAsync));
        routes.MapGet($"{Base}/traces/{{id}}", Answer(TraceAsync));
        routes.MapGet($"{Base}/metrics", Answer((store, _, context) => context.WriteArrayAsync("metrics", store.Metrics.Instruments(), TelemetryJson.Write)));
        routes.MapGet($"{Base}/metrics/{{name}}", Answer(ChartAsync));
        routes.MapGet($"{Base}/export", Answer(ExportAsync));
        var files = new RunsApi(runs);
        routes.MapGet($"{Base}/runs", (RequestDelegate)files.ListAsync);
        routes.MapPost($"{Base}/runs", (RequestDelegate)files.ImportAsync);
    }

    /// <summary>Reads what all questions share, and says what is wrong with it.</summary>
    private RequestDelegate Answer(Func<TelemetryStore, TelemetryQuery, HttpContext, Task> answer) => async context =>
    {
        try
        {
            var query = TelemetryQuery.Read(context.Request, time.GetUtcNow());
            if (await runs.OpenAsync(query.Run, context.RequestAborted) is { } store)
                await answer(store, query, context);
            else
                await context.WriteProblemAsync(StatusCodes.Status404NotFound, $"There is no run '{query.Run}'.");
        }
        catch (QueryException exception)
        {
            await context.WriteProblemAsync(StatusCodes.Status400BadRequest, exception.Message, exception.Position);
        }
    };

    private static Task LogsAsync(TelemetryStore store, TelemetryQuery query, HttpContext context) => IsFollowed(context)
        ? RecordStream.WriteAsync(context, Changes(store, TelemetryKinds.Logs, context), store.Logs.Snapshot, query.Logs(), query.Limit, TelemetryJson.Write)
        : context.WriteArrayAsync("logs", store.Logs.Page(query.Logs(), query.Limit).Records, TelemetryJson.Write);

    /// <summary>Whole traces or, for who follows, spans: a trace has no end that one could wait for.</summary>
    private static Task TracesAsync(TelemetryStore store, TelemetryQuery query, HttpContext context) => IsFollowed(context)
        ? RecordStream.WriteAsync(context, Changes(store, TelemetryKinds.Traces, context), store.Traces.Snapshot, query.Spans(), query.Limit, TelemetryJson.Write)
        : context.WriteArrayAsync("traces", store.Traces.List(query.Spans()).Take(query.Limit), TelemetryJson.Write);

    private static bool IsFollowed(HttpContext context) => context.Request.Query["follow"].ToString() is "true" or "1";

    private static IAsyncEnumerable<bool> Changes(TelemetryStore store, TelemetryKinds kinds, HttpContext context) =>
        store.Changes.WatchAsync(kinds, RecordStream.Interval, atOnce: true, context.RequestAborted);

    private static Task TraceAsync(TelemetryStore store, TelemetryQuery query, HttpContext context)
    {
        var text = context.Request.RouteValues["id"] as string;
        return TraceId.TryParse(text, out var id) && store.Traces.Find(id) is { } trace
            ? context.WriteArrayAsync("spans", trace.Nodes, TelemetryJson.Write)
            : context.WriteProblemAsync(StatusCodes.Status404NotFound, $"There is no trace '{text}'.");
    }

    /// <summary>The chart of a metric: <c>by</c> an attribute, in steps of <c>step</c> seconds.</summary>
    private Task ChartAsync(TelemetryStore store, TelemetryQuery query, HttpContext context)
    {
        var name = context.Request.RouteValues["name"] as string;
        var step = context.Request.Query["step"].ToString();
        var seconds = 1.0;
        if (step.Length > 0 && (!double.TryParse(step, System.Globalization.CultureInfo.InvariantCulture, out seconds) || seconds is not (> 0 and < 1e6)))
            throw new QueryException($"step is '{step}'; it is a number of seconds.");

        var now = time.GetUtcNow();
        var range = new ChartRange(query.Since ?? UnixTime.From(now.AddMinutes(-5)), UnixTime.From(now.AddSeconds(1)), TimeSpan.FromSeconds(seconds));
        var resource = context.Request.Query["resource"].ToString();
        var by = context.Request.Query["by"].ToString();
        var series = store.Metrics.Series(i => i.Name == name && (resource.Length == 0 || i.Resource.Name == resource));
        return context.WriteArrayAsync("lines", MetricChart.Draw(series, range, MetricChart.ByAttribute(by.Length == 0 ? null : by)), TelemetryJson.Write);
    }

    /// <summary>One trace (<c>trace</c>), what a search finds (of <c>kinds</c>), or all of it.</summary>
    private static async Task ExportAsync(TelemetryStore store, TelemetryQuery query, HttpContext context)
    {
        var kinds = context.Request.Query["kinds"].ToString() is { Length: > 0 } named ? named.Split(',') : ["logs", "traces", "metrics"];
        var trace = context.Request.Query["trace"].ToString();
        if (!TraceId.TryParse(trace, out var id) && trace.Length > 0)
            throw new QueryException($"trace is '{trace}'; it is 32 hexadecimal digits.");

        bool IsOf(TraceId of) => id.IsEmpty || of == id;
        var (logs, spans) = (query.Logs(), query.Spans());
        var lines = Enumerable.Empty<string>();
        if (kinds.Contains("traces"))
            lines = lines.Concat(OtlpExport.Lines(store.Traces.Snapshot().All().Where(s => IsOf(s.TraceId) && (spans is null || spans(s)))));
        if (kinds.Contains("logs"))
            lines = lines.Concat(OtlpExport.Lines(store.Logs.Snapshot().All().Where(r => IsOf(r.TraceId) && (logs is null || logs(r)))));

        // A search and a trace are about logs and spans; points of metrics have nothing that would answer.
        if (kinds.Contains("metrics") && id.IsEmpty && string.IsNullOrWhiteSpace(query.Search))
            lines = lines.Concat(OtlpExport.Lines(store.Metrics.Snapshot().All().Where(p => query.Since is not { } since || p.Time >= since)));
        await context.WriteLinesAsync(lines, "telemetry.jsonl");
    }
}
