using Aspire.Hosting.Dashboard.Otlp;
using Aspire.Hosting.Dashboard.Runs;
using Aspire.Hosting.Dashboard.Shell;
using Aspire.Hosting.Dashboard.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Aspire.Hosting.Dashboard.Host;

/// <summary>What a page shows of the telemetry, as a file of OTLP JSON: one export request a line.</summary>
internal static class TelemetryDownload
{
    private const string Path = "/download/telemetry";

    public static void MapTo(IEndpointRouteBuilder endpoints) => endpoints.MapGet(Path, WriteAsync);

    /// <param name="run">The present one when null.</param>
    public static string For(string kind, string? search, string? trace, string? run) =>
        $"{Path}?kind={kind}&search={Uri.EscapeDataString(search ?? "")}&trace={trace}&run={run}";

    private static async Task WriteAsync(HttpContext context, TelemetryRuns runs, string kind, string? search, string? trace, string? run)
    {
        if (await runs.OpenAsync(run, context.RequestAborted) is not { } store)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var id = TraceId.TryParse(trace ?? "", out var parsed) ? parsed : default;
        context.Response.ContentType = "application/x-ndjson";
        context.Response.Headers.ContentDisposition = "attachment; filename=\"telemetry.jsonl\"";
        foreach (var line in Lines(store, kind, search, id))
        {
            await context.Response.WriteAsync(line + "\n", context.RequestAborted);
        }
    }

    private static IEnumerable<string> Lines(TelemetryStore store, string kind, string? search, TraceId trace)
    {
        var (logs, spans) = (SearchText.Logs(search), SearchText.Spans(search));
        return kind switch
        {
            "logs" => OtlpExport.Lines(store.Logs.Snapshot().All().Where(r => (trace.IsEmpty || r.TraceId == trace) && logs.Matches(r))),
            "traces" => OtlpExport.Lines(store.Traces.Snapshot().All().Where(s => (trace.IsEmpty || s.TraceId == trace) && spans.Matches(s))),
            _ => OtlpExport.Lines(store.Metrics.Snapshot().All()),
        };
    }
}
