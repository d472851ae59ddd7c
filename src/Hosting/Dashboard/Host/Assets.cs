using System.Collections.Frozen;
using System.Reflection;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Aspire.Hosting.Dashboard.Host;

/// <summary>The scripts and styles of the pages, from the resources of the assembly.</summary>
internal sealed class Assets
{
    private const string Prefix = "dashboard/";

    private static readonly Assembly Source = typeof(Assets).Assembly;

    private readonly FrozenDictionary<string, Lazy<Asset>> _byPath = Source.GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .ToFrozenDictionary(name => "/" + name[Prefix.Length..], name => new Lazy<Asset>(() => Read(name)));

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (!_byPath.TryGetValue(context.Request.Path.Value ?? "", out var asset) || !(HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method)))
        {
            await next(context);
            return;
        }

        var response = context.Response;
        response.Headers.ETag = asset.Value.Tag.ToString();
        response.Headers.CacheControl = "no-cache";
        if (context.Request.GetTypedHeaders().IfNoneMatch.Any(tag => tag.Compare(asset.Value.Tag, useStrongComparison: false)))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = asset.Value.ContentType;
        response.ContentLength = asset.Value.Content.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await response.Body.WriteAsync(asset.Value.Content, context.RequestAborted);
        }
    }

    private static Asset Read(string name)
    {
        using var stream = Source.GetManifestResourceStream(name)!;
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        var type = Path.GetExtension(name) switch
        {
            ".js" => "text/javascript; charset=utf-8",
            ".css" => "text/css; charset=utf-8",
            _ => "image/svg+xml",
        };
        return new Asset(content, type, new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(content))[..32]}\""));
    }

    private sealed record Asset(byte[] Content, string ContentType, EntityTagHeaderValue Tag);
}
