using RegressionAnalyzer.Analysis.Loading;

namespace RegressionAnalyzer.Analysis.Regression;

/// <summary>One column of the design matrix.</summary>
/// <param name="Name">The column's name, or <c>column[level]</c>.</param>
/// <param name="Column">The table's column it comes from.</param>
/// <param name="Level">The level it is 1 for; null for a numeric column.</param>
internal sealed record Term(string Name, TableColumn Column, int? Level);

/// <summary>
/// The columns of a regression: the intercept's ones first, then the terms, then the target. Of a categorical column there is a term for every
/// level; which of them is the reference shows only when the complete rows have been counted.
/// </summary>
internal sealed class Design
{
    /// <summary>The sums of products grow with the square of the terms: 2,000 of them are 64 MB.</summary>
    public const int MaxTerms = 2_000;

    public Design(TableColumn target, IReadOnlyList<TableColumn> features)
    {
        Target = target;
        Features = features;
        Terms = [.. features.SelectMany(TermsOf)];
        if (Terms.Count > MaxTerms)
        {
            throw new UnsuitableColumnException(
                $"The features make {Terms.Count} coefficients, more than the {MaxTerms} that are allowed. Name fewer features.", features[^1].Name);
        }
    }

    public TableColumn Target { get; }

    public IReadOnlyList<TableColumn> Features { get; }

    public IReadOnlyList<Term> Terms { get; }

    /// <summary>Columns of the matrix: ones, terms, target.</summary>
    public int Width => Terms.Count + 2;

    public int TargetAt => Terms.Count + 1;

    private static IEnumerable<Term> TermsOf(TableColumn column) => column.Type == ColumnType.Numeric
        ? [new Term(column.Name, column, null)]
        : Enumerable.Range(0, column.Levels.Count)
            .OrderBy(level => column.Levels[level], StringComparer.Ordinal)
            .Select(level => new Term($"{column.Name}[{column.Levels[level]}]", column, level));
}
