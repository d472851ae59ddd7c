using RegressionAnalyzer.Analysis.Regression;

namespace RegressionAnalyzer.Analysis.Loading;

/// <summary>How a table is to be read.</summary>
/// <param name="SkipBadRows">Whether a row that does not fit is passed over and counted.</param>
/// <param name="Transpose">Whether rows and columns change places; decided by <see cref="Transposition"/> when null.</param>
/// <param name="Named">The columns that are asked for.</param>
internal sealed record TableOptions(bool SkipBadRows, bool? Transpose, IReadOnlyList<string> Named)
{
    /// <summary>What is gathered in the first reading for a regression, once names and kinds of the columns are known; null for nothing.</summary>
    public Func<TableStart, ColumnKind[], EarlyMoments?>? Early { get; init; }

    /// <summary>Whether the rows will be gone through again even so: then a table that is not too large is kept.</summary>
    public bool Keep { get; init; } = true;
}
