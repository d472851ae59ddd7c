using System.Text.Json;
using Aspire.Hosting.Dashboard.Telemetry;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Aspire.Hosting.Dashboard.Api;

/// <summary>Log records as they come, until the reader goes: one JSON object a line or, for who accepts them, server-sent events.</summary>
internal static class LogStream
{
    private const string EventStream = "text/event-stream";

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    /// <param name="limit">How many of those that are there already come first.</param>
    public static async Task WriteAsync(HttpContext context, TelemetryStore store, Predicate<LogRecord>? filter, int limit)
    {
        var areEvents = context.Request.Headers[HeaderNames.Accept].ToString().Contains(EventStream, StringComparison.OrdinalIgnoreCase);
        context.Response.ContentType = areEvents ? EventStream : "application/x-ndjson; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        try
        {
            long? known = null;
            await foreach (var _ in store.Changes.WatchAsync(TelemetryKinds.Logs, Interval, atOnce: true, context.RequestAborted))
            {
                var snapshot = store.Logs.Snapshot();
                var records = known is { } next ? snapshot.From(next).Where(record => filter is null || filter(record))
                    : RecordPage<LogRecord>.Read(snapshot, filter, limit).Records.Reverse();
                known = snapshot.NextId;
                await WriteAsync(context, records, areEvents);
            }
        }
        catch (OperationCanceledException)
        {
            // The reader has gone, or the AppHost ends.
        }
    }

    private static async Task WriteAsync(HttpContext context, IEnumerable<LogRecord> records, bool areEvents)
    {
        var line = new MemoryStream();
        foreach (var record in records)
        {
            line.SetLength(0);
            if (areEvents)
                line.Write("data: "u8);
            await using (var json = new Utf8JsonWriter(line, TelemetryJson.Options))
                TelemetryJson.Write(json, record);
            line.Write(areEvents ? "\n\n"u8 : "\n"u8);
            await context.Response.Body.WriteAsync(line.GetBuffer().AsMemory(0, (int)line.Length), context.RequestAborted);
        }

        await context.Response.Body.FlushAsync(context.RequestAborted);
    }
}
