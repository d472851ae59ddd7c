using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using RegressionAnalyzer.Api.Problems;

namespace RegressionAnalyzer.Api.Uploads;

/// <summary>Finds the file in a multipart body while it streams in (RFC 7578). Nothing is held in memory or written aside.</summary>
internal static class UploadRequest
{
    public const string Part = "file";

    private const int MaxBoundaryLength = 70; // RFC 2046
    private const int MaxParts = 16;

    /// <summary>The reader's own 4 KiB would make 5,000 writes of 20 MB.</summary>
    private const int BufferSize = 128 * 1024;

    /// <exception cref="RequestException">The body is no multipart form, or has no file named <c>file</c>.</exception>
    public static async Task<FileMultipartSection> FindFileAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var reader = new MultipartReader(Boundary(request), request.Body, BufferSize);
        var seen = new List<string>();
        while (seen.Count < MaxParts && await NextAsync(reader, cancellationToken) is { } section)
        {
            if (section.GetContentDispositionHeader() is not { } disposition)
                continue;
            var name = HeaderUtilities.RemoveQuotes(disposition.Name).Value ?? "";
            if (name == Part && disposition.IsFileDisposition())
                return new FileMultipartSection(section, disposition);
            seen.Add(name);
        }

        var others = seen.Count == 0 ? "It has no parts." : $"Its parts are: {string.Join(", ", seen)}.";
        throw Wrong($"The form has no file in a part named '{Part}'. {others}");
    }

    private static ValueTask<MultipartSection?> NextAsync(MultipartReader reader, CancellationToken cancellationToken) =>
        CutUpload.ReadAsync(() => new ValueTask<MultipartSection?>(reader.ReadNextSectionAsync(cancellationToken)), 0);

    private static string Boundary(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
            throw new RequestException(StatusCodes.Status415UnsupportedMediaType,
                $"The content type '{request.ContentType}' is not read here. Allowed: multipart/form-data with a part named '{Part}'.");
        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).Value;
        return boundary is { Length: > 0 and <= MaxBoundaryLength }
            ? boundary
            : throw Wrong($"The content type names no boundary between parts, of 1 to {MaxBoundaryLength} characters.");
    }

    private static RequestException Wrong(string detail) => new(StatusCodes.Status400BadRequest, detail);
}
