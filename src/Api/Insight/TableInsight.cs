namespace RegressionAnalyzer.Api.Insight;

/// <summary>What a language model makes of the table. Its words are opinion; the columns it names exist.</summary>
/// <param name="Provider">Who was asked.</param>
/// <param name="Model">Which model answered.</param>
/// <param name="Context">What the table seems to be about.</param>
/// <param name="Target">The column it would explain; null when it names none that can be.</param>
/// <param name="Features">The columns it would explain that by.</param>
/// <param name="Columns">What each column has to do with it.</param>
/// <param name="Transpose">Whether it would turn the table.</param>
/// <param name="TransposeReason">And why, or why not.</param>
/// <param name="InputTokens">Tokens sent, over all attempts; null when the provider does not say.</param>
/// <param name="OutputTokens">Tokens received, over all attempts.</param>
/// <param name="CostUsd">What they cost by the price that is set; null for a model without one.</param>
internal sealed record TableInsight(
    string Provider,
    string Model,
    string Context,
    string? Target,
    IReadOnlyList<string> Features,
    IReadOnlyList<ColumnRelevance> Columns,
    bool Transpose,
    string TransposeReason,
    long? InputTokens,
    long? OutputTokens,
    double? CostUsd);

/// <summary>An insight, or why there is none; neither when nobody was asked.</summary>
internal sealed record Advice(TableInsight? Insight, IReadOnlyList<string> Warnings)
{
    public static readonly Advice None = new(null, []);
}
