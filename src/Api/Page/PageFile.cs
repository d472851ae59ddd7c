using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace RegressionAnalyzer.Api.Page;

/// <summary>A file of the page, read when it is first asked for.</summary>
internal sealed record PageFile(byte[] Content, string MediaType, EntityTagHeaderValue Tag)
{
    private const string Prefix = "page/";

    private static readonly ConcurrentDictionary<string, PageFile?> Read = new();

    /// <summary>By its name; null when the page has no such file.</summary>
    public static PageFile? Find(string name) => MediaTypeOf(name) is { } type && typeof(PageFile).Assembly.GetManifestResourceInfo(Prefix + name) is not null
        ? Read.GetOrAdd(name, Load, type)
        : null;

    private static PageFile Load(string name, string mediaType)
    {
        using var resource = typeof(PageFile).Assembly.GetManifestResourceStream(Prefix + name)!;
        var content = new byte[resource.Length];
        resource.ReadExactly(content);
        return new(content, mediaType, new($"\"{Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 12))}\""));
    }

    private static string? MediaTypeOf(string name) => Path.GetExtension(name) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        _ => null,
    };
}
