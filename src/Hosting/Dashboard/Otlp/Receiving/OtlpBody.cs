using System.IO.Compression;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace Aspire.Hosting.Dashboard.Otlp;

/// <summary>The body of a request, unpacked, and no more of it than is allowed: a few bytes of gzip can be a gigabyte.</summary>
internal static class OtlpBody
{
    /// <exception cref="OtlpBodyException">It is too large, or cannot be unpacked.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpRequest request, int limit)
    {
        if (request.ContentLength > limit)
            throw TooLarge(limit);

        // The limit here is ours: the server's own would end the connection without an answer of the protocol.
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature)
            feature.MaxRequestBodySize = null;

        try
        {
            await using var body = Unpacked(request);
            return await ReadAsync(body, limit, request.HttpContext.RequestAborted);
        }
        catch (InvalidDataException)
        {
            throw new OtlpBodyException(StatusCodes.Status400BadRequest, StatusCode.InvalidArgument, "The content is not gzip as its header says.");
        }
    }

    private static Stream Unpacked(HttpRequest request) => request.Headers[HeaderNames.ContentEncoding].ToString().ToUpperInvariant() switch
    {
        "" or "IDENTITY" => request.Body,
        "GZIP" => new GZipStream(request.Body, CompressionMode.Decompress),
        _ => throw new OtlpBodyException(StatusCodes.Status415UnsupportedMediaType, StatusCode.InvalidArgument, "The content may be packed by gzip, and by nothing else."),
    };

    private static async Task<ReadOnlyMemory<byte>> ReadAsync(Stream body, int limit, CancellationToken cancellationToken)
    {
        var content = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (await body.ReadAsync(buffer, cancellationToken) is var count and > 0)
        {
            if (content.Length + count > limit)
                throw TooLarge(limit);
            content.Write(buffer, 0, count);
        }

        return content.GetBuffer().AsMemory(0, (int)content.Length);
    }

    private static OtlpBodyException TooLarge(int limit) =>
        new(StatusCodes.Status413PayloadTooLarge, StatusCode.ResourceExhausted, $"A request may have {limit} bytes, unpacked.");
}
