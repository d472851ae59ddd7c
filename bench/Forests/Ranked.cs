namespace RegressionAnalyzer.Bench.Forests;

/// <param name="RSquared">Of the rows held out.</param>
/// <param name="Features">Most important first.</param>
internal sealed record Ranked(double RSquared, IReadOnlyList<string> Features);
