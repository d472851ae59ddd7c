using Microsoft.AspNetCore.Http.HttpResults;

namespace RegressionAnalyzer.Api.Page;

/// <summary>The web page: files inside the program, so that every replica of a version serves the same and needs no folder for them.</summary>
internal static class PageApi
{
    /// <summary>Everything comes from this service; nothing inline is run.</summary>
    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static void MapPage(this IEndpointRouteBuilder app)
    {
        app.MapGet("/", static (HttpResponse response) => Serve("index.html", response)).ExcludeFromDescription();
        app.MapGet("/{file}", static (string file, HttpResponse response) => Serve(file, response)).ExcludeFromDescription();
    }

    private static Results<FileContentHttpResult, NotFound> Serve(string name, HttpResponse response)
    {
        if (PageFile.Find(name) is not { } file)
            return TypedResults.NotFound();
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers.CacheControl = "no-cache"; // asked again each time, answered 304 until the next version
        return TypedResults.Bytes(file.Content, file.MediaType, entityTag: file.Tag);
    }
}
