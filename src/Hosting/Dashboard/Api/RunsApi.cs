using System.Text;
using System.Text.Json;
using Aspire.Hosting.Dashboard.Otlp;
using Aspire.Hosting.Dashboard.Runs;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Aspire.Hosting.Dashboard.Api;

/// <summary>The runs whose telemetry is kept, and files that become one.</summary>
internal sealed class RunsApi(TelemetryRuns runs)
{
    private const long MaxImportBytes = 512L * 1024 * 1024;

    public Task ListAsync(HttpContext context) => context.WriteArrayAsync("runs", runs.List(), Write);

    /// <summary>The body is a file as the export writes it; <c>name</c> is what to call it.</summary>
    public async Task ImportAsync(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature)
            feature.MaxRequestBodySize = MaxImportBytes;
        try
        {
            using var file = new StreamReader(context.Request.Body, Encoding.UTF8);
            var run = await runs.ImportAsync(context.Request.Query["name"].ToString() is { Length: > 0 } name ? name : "imported", file, context.RequestAborted);
            context.Response.StatusCode = StatusCodes.Status201Created;
            await context.WriteArrayAsync("runs", [run], Write);
        }
        catch (OtlpFormatException exception)
        {
            await context.WriteProblemAsync(StatusCodes.Status400BadRequest, exception.Message);
        }
        catch (BadHttpRequestException exception)
        {
            await context.WriteProblemAsync(exception.StatusCode, exception.Message);
        }
    }

    private static void Write(Utf8JsonWriter json, TelemetryRun run)
    {
        json.WriteStartObject();
        json.WriteString("id", run.Id);
        json.WriteString("started", run.Started);
        json.WriteString("ended", run.Ended);
        if (run.Name is not null)
            json.WriteString("name", run.Name);
        json.WriteNumber("bytes", run.Bytes);
        json.WriteBoolean("is_current", run.IsCurrent);
        json.WriteEndObject();
    }
}
