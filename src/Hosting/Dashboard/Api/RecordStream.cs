using System.Text.Json;
using Aspire.Hosting.Dashboard.Telemetry;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Aspire.Hosting.Dashboard.Api;

/// <summary>Records as they come, until the reader goes: one JSON object a line or, for who accepts them, server-sent events.</summary>
internal static class RecordStream
{
    private const string EventStream = "text/event-stream";

    /// <summary>So often at most.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    /// <param name="limit">How many of those that are there already come first.</param>
    public static async Task WriteAsync<T>(
        HttpContext context, IAsyncEnumerable<bool> changes, Func<RingSnapshot<T>> store, Predicate<T>? filter, int limit, Action<Utf8JsonWriter, T> write)
        where T : class, ITelemetryRecord
    {
        var areEvents = context.Request.Headers[HeaderNames.Accept].ToString().Contains(EventStream, StringComparison.OrdinalIgnoreCase);
        context.Response.ContentType = areEvents ? EventStream : "application/x-ndjson; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        try
        {
            long? known = null;
            await foreach (var _ in changes.WithCancellation(context.RequestAborted))
            {
                var snapshot = store();
                var records = known is { } next ? snapshot.From(next).Where(record => filter is null || filter(record))
                    : RecordPage<T>.Read(snapshot, filter, limit).Records.Reverse();
                known = snapshot.NextId;
                await WriteAsync(context, records, areEvents, write);
            }
        }
        catch (OperationCanceledException)
        {
            // The reader has gone, or the AppHost ends.
        }
    }

    private static async Task WriteAsync<T>(HttpContext context, IEnumerable<T> records, bool areEvents, Action<Utf8JsonWriter, T> write)
    {
        var line = new MemoryStream();
        foreach (var record in records)
        {
            line.SetLength(0);
            if (areEvents)
                line.Write("data: "u8);
            await using (var json = new Utf8JsonWriter(line, TelemetryJson.Options))
                write(json, record);
            line.Write(areEvents ? "\n\n"u8 : "\n"u8);
            await context.Response.Body.WriteAsync(line.GetBuffer().AsMemory(0, (int)line.Length), context.RequestAborted);
        }

        await context.Response.Body.FlushAsync(context.RequestAborted);
    }
}
