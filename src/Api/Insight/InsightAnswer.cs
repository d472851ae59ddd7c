namespace RegressionAnalyzer.Api.Insight;

/// <summary>What a language model must answer. Its schema is made of this type, and an answer is read strictly by it.</summary>
internal sealed record InsightAnswer(
    string Context,
    string? Target,
    IReadOnlyList<string> Features,
    IReadOnlyList<ColumnRelevance> Columns,
    bool Transpose,
    string TransposeReason);

/// <summary>What a column has to do with the question.</summary>
internal sealed record ColumnRelevance(string Column, Relevance Relevance, string Reason);

/// <summary>How much a column has to do with the question.</summary>
internal enum Relevance
{
    High,
    Medium,
    Low,
    None,
}
