using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Aspire.Hosting.Dashboard.Tests.Host;

/// <summary>What a web application answers to, from the application itself: a route that somebody adds is among them.</summary>
internal static class Routes
{
    public static IReadOnlyList<RouteEndpoint> Of(WebApplication? application) =>
        [.. application!.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()];

    /// <summary>Each of them as a request, with something in the place of its parameters.</summary>
    public static IEnumerable<(string Method, string Path)> Requests(this RouteEndpoint route)
    {
        var parts = route.RoutePattern.PathSegments.Select(static segment => string.Concat(segment.Parts.Select(static part => part switch
        {
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternSeparatorPart separator => separator.Content,
            _ => "1",
        })));
        var methods = route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods is { Count: > 0 } named ? named : ["GET", "POST", "PUT", "DELETE"];
        return methods.Select(method => (method, "/" + string.Join('/', parts)));
    }
}
