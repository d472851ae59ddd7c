namespace RegressionAnalyzer.Analysis;

/// <summary>Where an analysis stands.</summary>
/// <param name="Stage">The stage under way, a word such as <c>loading</c>, <c>regression</c>, <c>charts</c>.</param>
/// <param name="Fraction">How much of the whole is done, 0 to 1.</param>
public readonly record struct AnalysisProgress(string Stage, double Fraction);
