namespace RegressionAnalyzer.Api.Insight;

internal sealed class InsightOptions
{
    /// <summary>Every provider that is known, with a key or without.</summary>
    public IReadOnlyList<Provider> Providers { get; set; } = [];

    /// <summary>The one that is asked (<c>Llm__Provider</c>): the first with a key when none is named; null when there is none.</summary>
    public Provider? Active { get; set; }

    /// <summary>How long an analysis waits for a language model, with all attempts (<c>Llm__TimeoutSeconds</c>).</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Names of those that have a key.</summary>
    public IReadOnlyList<string> Configured => [.. Providers.Where(static provider => provider.Key is not null).Select(static provider => provider.Name)];
}
