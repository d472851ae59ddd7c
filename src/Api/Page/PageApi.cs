using Microsoft.AspNetCore.Http.HttpResults;

namespace RegressionAnalyzer.Api.Page;

internal static class PageApi
{
    /// <summary>Everything from this host and nothing inline; text cannot become markup even by mistake (trusted types).</summary>
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

    private static readonly string[] Read = [HttpMethods.Get, HttpMethods.Head];

    public static void MapPage(this IEndpointRouteBuilder app)
    {
        app.MapMethods("/", Read, Index).ExcludeFromDescription();
        app.MapMethods("/favicon.ico", Read, Icon).ExcludeFromDescription();
        app.MapMethods("/assets/{version}/{**path}", Read, Find).ExcludeFromDescription();
    }

    internal static FileContentHttpResult Index(PageAssets assets, HttpResponse response)
    {
        response.Headers.ContentSecurityPolicy = Policy;
        return Send(assets.Index, "no-cache", response);
    }

    /// <summary>Browsers ask for it beside every chart that is opened alone.</summary>
    internal static FileContentHttpResult Icon(PageAssets assets, HttpResponse response) => Send(assets.Find("icon.svg")!, "public, max-age=86400", response);

    /// <summary>While a new version rolls out, a page of one replica asks another for its files: it gets that one's, but may not keep them.</summary>
    internal static Results<FileContentHttpResult, NotFound> Find(string version, string? path, PageAssets assets, HttpResponse response) =>
        path is not null && assets.Find(path) is { } asset
            ? Send(asset, version == assets.Version ? "public, max-age=31536000, immutable" : "no-store", response)
            : TypedResults.NotFound();

    private static FileContentHttpResult Send(PageAsset asset, string caching, HttpResponse response)
    {
        response.Headers.CacheControl = caching;
        return TypedResults.Bytes(asset.Content, asset.MediaType, entityTag: asset.Tag);
    }
}
