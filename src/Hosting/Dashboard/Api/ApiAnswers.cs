using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Aspire.Hosting.Dashboard.Api;

/// <summary>How the API answers.</summary>
internal static class ApiAnswers
{
    public static async Task WriteArrayAsync<T>(this HttpContext context, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        await using var json = new Utf8JsonWriter(context.Response.BodyWriter, TelemetryJson.Options);
        json.WriteStartObject();
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            write(json, item);
            if (json.BytesPending > 64 * 1024)
            {
                await json.FlushAsync(context.RequestAborted);
                await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Problem details (RFC 9457).</summary>
    /// <param name="position">Where in the search, from 0.</param>
    public static async Task WriteProblemAsync(this HttpContext context, int status, string detail, int? position = null)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/problem+json";
        await using var json = new Utf8JsonWriter(context.Response.BodyWriter, TelemetryJson.Options);
        json.WriteStartObject();
        json.WriteNumber("status", status);
        json.WriteString("detail", detail);
        if (position is { } at)
            json.WriteNumber("position", at);
        json.WriteEndObject();
    }

    /// <summary>A file of JSON Lines.</summary>
    public static async Task WriteLinesAsync(this HttpContext context, IEnumerable<string> lines, string fileName)
    {
        context.Response.ContentType = "application/x-ndjson; charset=utf-8";
        context.Response.Headers.ContentDisposition = string.Create(CultureInfo.InvariantCulture, $"attachment; filename=\"{fileName}\"");
        foreach (var line in lines)
        {
            await context.Response.WriteAsync(line, Encoding.UTF8, context.RequestAborted);
            await context.Response.WriteAsync("\n", Encoding.UTF8, context.RequestAborted);
        }
    }
}
