namespace RegressionAnalyzer.Api.Insight;

/// <summary>A provider of language models, as it is set here. No record: nothing may print its key.</summary>
internal sealed class Provider
{
    /// <summary>The name in settings and answers.</summary>
    public required string Name { get; init; }

    /// <summary>The name people know.</summary>
    public required string Title { get; init; }

    /// <summary>Null where none is set; the provider is not asked then.</summary>
    public required string? Key { get; init; }

    public required Uri BaseUrl { get; init; }

    public required string Model { get; init; }

    /// <summary>Null for a model whose price nobody has set.</summary>
    public required Price? Price { get; init; }
}

/// <summary>What a model costs, in US dollars for a million tokens.</summary>
internal sealed record Price(double Input, double Output)
{
    public double Of(long inputTokens, long outputTokens) => ((inputTokens * Input) + (outputTokens * Output)) / 1_000_000;
}
