using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace RegressionAnalyzer.Api.Insight;

internal static class ProvidersApi
{
    public static void MapProviders(this IEndpointRouteBuilder api) => api.MapGet("/providers", List).WithTags("Providers").WithName("listProviders");

    /// <summary>List the providers of language models</summary>
    /// <remarks>A provider is configured when its key is set. The active one is asked about a table unless a request says <c>skip_llm</c>;
    /// it sees names, types, counts and a few values of the columns, nothing more.</remarks>
    internal static Ok<ProviderList> List(IOptions<InsightOptions> options) => TypedResults.Ok(new ProviderList(
        options.Value.Active?.Name,
        [.. options.Value.Providers.Select(static provider => new ProviderView(provider.Name, provider.Title, provider.Key is not null, [provider.Model]))]));
}

/// <summary>The providers that are known.</summary>
/// <param name="Active">The one that is asked; null when none is configured.</param>
/// <param name="Providers">All of them.</param>
internal sealed record ProviderList(string? Active, IReadOnlyList<ProviderView> Providers);

/// <summary>A provider of language models.</summary>
/// <param name="Name">Its name in settings and results.</param>
/// <param name="Title">The name people know.</param>
/// <param name="Configured">Whether its key is set.</param>
/// <param name="Models">The models that are used of it.</param>
internal sealed record ProviderView(string Name, string Title, bool Configured, IReadOnlyList<string> Models);
