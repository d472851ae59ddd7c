namespace RegressionAnalyzer.Analysis.Loading;

/// <summary>How a table is to be read.</summary>
/// <param name="SkipBadRows">Whether a row that does not fit is passed over and counted.</param>
/// <param name="Transpose">Whether rows and columns change places; decided by <see cref="Transposition"/> when null.</param>
/// <param name="Named">The columns that are asked for.</param>
internal sealed record TableOptions(bool SkipBadRows, bool? Transpose, IReadOnlyList<string> Named);
