namespace RegressionAnalyzer.Analysis.Loading;

/// <summary>The first value of a column that did not fit how it was read.</summary>
/// <param name="Kind">How it was read.</param>
/// <param name="Value">The value, without surrounding blanks.</param>
/// <param name="Line">The line of the file, counted from 1, on which its record starts.</param>
internal sealed record Misfit(ColumnKind Kind, string Value, long Line);
