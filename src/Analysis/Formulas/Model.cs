using RegressionAnalyzer.Analysis.Loading;

namespace RegressionAnalyzer.Analysis.Formulas;

/// <summary>What is explained by what.</summary>
/// <param name="Target">The number to explain.</param>
/// <param name="Terms">What it is explained by.</param>
/// <param name="Intercept">Whether there is a constant beside the terms.</param>
/// <param name="Weights">How much each row counts; null where all count the same.</param>
internal sealed record Model(Expression Target, IReadOnlyList<ModelTerm> Terms, bool Intercept, TableColumn? Weights)
{
    /// <summary>Every column that a row needs a value in, each once, in the order of the terms.</summary>
    public IReadOnlyList<TableColumn> Columns { get; } =
        [.. Terms.SelectMany(term => term.Columns()).Concat(Target.Columns()).Concat(Weights is null ? [] : [Weights]).Distinct()];

    /// <summary>The columns on the right-hand side.</summary>
    public IReadOnlyList<TableColumn> Features { get; } = [.. Terms.SelectMany(term => term.Columns()).Distinct()];
}

/// <summary>A product of numbers and categories; mostly of one. R writes it <c>a:b</c>.</summary>
internal sealed record ModelTerm(IReadOnlyList<Expression> Factors)
{
    public IEnumerable<TableColumn> Columns() => Factors.SelectMany(factor => factor.Columns());

    public bool IsSameAs(IEnumerable<Expression> factors) => Factors.ToHashSet().SetEquals(factors);

    public static bool IsCategorical(Expression factor, out TableColumn column)
    {
        column = (factor as ColumnValue)?.Column!;
        return column is { Type: ColumnType.Categorical };
    }
}
