using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.DependencyInjection;

namespace Aspire.Hosting.Testing;

/// <summary>How tests reach the resources of a started application.</summary>
public static class DistributedApplicationHostingTestingExtensions
{
    /// <param name="endpointName">The first HTTP endpoint when not given.</param>
    public static HttpClient CreateHttpClient(this DistributedApplication app, string resourceName, string? endpointName = null)
    {
        ArgumentNullException.ThrowIfNull(app);
        var client = app.Services.GetRequiredService<IHttpClientFactory>().CreateClient(TestClients.Name);
        client.BaseAddress = app.GetEndpoint(resourceName, endpointName);
        return client;
    }

    /// <exception cref="ArgumentException">There is no such resource or endpoint.</exception>
    /// <exception cref="InvalidOperationException">The application was not started.</exception>
    public static Uri GetEndpoint(this DistributedApplication app, string resourceName, string? endpointName = null)
    {
        ArgumentNullException.ThrowIfNull(app);
        var resources = app.Services.GetRequiredService<DistributedApplicationModel>().Resources;
        if (!resources.TryGetByName(resourceName, out var resource) || resource is not IResourceWithEndpoints withEndpoints)
        {
            var names = string.Join(", ", resources.OfType<IResourceWithEndpoints>().Select(r => r.Name));
            throw new ArgumentException($"There is no resource '{resourceName}' with endpoints. There are: {names}.", nameof(resourceName));
        }

        var endpoints = withEndpoints.GetEndpoints().ToList();
        var endpoint = endpointName is null
            ? endpoints.Find(e => e.Scheme is "http" or "https")
            : endpoints.Find(e => string.Equals(e.EndpointName, endpointName, StringComparison.OrdinalIgnoreCase));
        return endpoint is not null
            ? new Uri(endpoint.Url)
            : throw new ArgumentException(
                $"'{resourceName}' has no {(endpointName is null ? "HTTP endpoint" : $"endpoint '{endpointName}'")}. It has: {string.Join(", ", endpoints.Select(e => e.EndpointName))}.",
                nameof(endpointName));
    }
}
