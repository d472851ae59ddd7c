namespace RegressionAnalyzer.Analysis;

/// <summary>What to compute of a table.</summary>
public sealed record AnalysisRequest
{
    /// <summary>The column to explain; the last numeric column when null, which a warning then says.</summary>
    public string? Target { get; init; }

    /// <summary>The columns to explain it by; every other usable column when null.</summary>
    public IReadOnlyList<string>? Features { get; init; }
}
