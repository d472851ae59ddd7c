using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Aspire.Hosting.Running;

/// <summary>The proxy's own answers, as problem details (RFC 9457).</summary>
internal static class Problem
{
    public const string NoReplicaReady = "No replica is ready.";

    public static Task WriteAsync(HttpContext context, int status, string title, string detail)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/problem+json";
        return context.Response.WriteAsync(JsonSerializer.Serialize(new { title, status, detail }), context.RequestAborted);
    }
}
