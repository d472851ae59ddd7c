using System.Collections.Immutable;
using System.Globalization;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Running;

/// <summary>The links of a resource: its endpoints as people reach them, those that the model adds, and the replica's own ports.</summary>
internal static class ResourceUrls
{
    public static ImmutableArray<UrlSnapshot> Of(IResource resource, ReplicaPorts ports)
    {
        var urls = ImmutableArray.CreateBuilder<UrlSnapshot>();
        foreach (var endpoint in resource.Annotations.OfType<EndpointAnnotation>().Where(e => e.AllocatedEndpoint is not null))
        {
            var url = new ResourceUrlAnnotation { Url = endpoint.AllocatedEndpoint!.UriString, Endpoint = new EndpointReference((IResourceWithEndpoints)resource, endpoint) };
            foreach (var change in resource.Annotations.OfType<ResourceUrlCallbackAnnotation>().Where(c => c.EndpointName == endpoint.Name))
            {
                change.Callback(url);
            }

            urls.Add(new UrlSnapshot(endpoint.Name, url.Url, IsInternal: false) { DisplayProperties = new(url.DisplayText ?? "") });
            urls.Add(new UrlSnapshot(
                $"{endpoint.Name} target port", string.Create(CultureInfo.InvariantCulture, $"{endpoint.UriScheme}://localhost:{ports[endpoint.Name]}"), IsInternal: true));
        }

        urls.AddRange(resource.Annotations.OfType<ResourceUrlAnnotation>().Select(u => new UrlSnapshot(null, u.Url, IsInternal: false) { DisplayProperties = new(u.DisplayText ?? "") }));
        return urls.ToImmutable();
    }
}
