using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Aspire.Hosting.Dashboard.ConsoleLogs;

/// <summary>What is kept of the console, as a file.</summary>
internal static class ConsoleDownload
{
    private const string Path = "/download/console";

    public static void MapTo(IEndpointRouteBuilder endpoints) => endpoints.MapGet(Path, WriteAsync);

    public static string For(IEnumerable<string> sources, string search) =>
        $"{Path}?{string.Join('&', sources.Select(s => $"source={Uri.EscapeDataString(s)}").Append($"search={Uri.EscapeDataString(search)}"))}";

    private static async Task WriteAsync(HttpContext context, ConsoleArchive archive, TimeProvider time)
    {
        var sources = context.Request.Query["source"].OfType<string>().ToList();
        context.Response.ContentType = "text/plain; charset=utf-8";
        context.Response.Headers.ContentDisposition = string.Create(
            CultureInfo.InvariantCulture, $"attachment; filename=\"console-{(sources.Count == 1 ? sources[0] : "all")}-{time.GetUtcNow():yyyyMMdd-HHmmss}.log\"");
        foreach (var line in archive.Read(sources, context.Request.Query["search"].ToString(), after: 0, most: int.MaxValue))
        {
            var source = sources.Count == 1 ? "" : $"{line.Source} ";
            await context.Response.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"{line.Received:O} {source}{AnsiText.Plain(line.Text)}\n"), context.RequestAborted);
        }
    }
}
