using RegressionAnalyzer.Analysis.Formulas;
using RegressionAnalyzer.Analysis.Loading;

namespace RegressionAnalyzer.Analysis.Regression;

/// <summary>One column of the design matrix: a product of numbers, in the rows that have the levels.</summary>
/// <param name="Name">The column's name, <c>column[level]</c>, or these joined by colons.</param>
/// <param name="Source">The term of the model it belongs to.</param>
/// <param name="Numbers">The numbers multiplied.</param>
/// <param name="Levels">The levels it is not zero for.</param>
internal sealed record DesignColumn(
    string Name, ModelTerm Source, IReadOnlyList<Expression> Numbers, IReadOnlyList<(TableColumn Column, int Level)> Levels)
{
    /// <summary>The table's column, where it is no more than that.</summary>
    public TableColumn? Plain => Levels.Count == 0 && Numbers is [ColumnValue value] ? value.Column : null;
}

/// <summary>
/// The columns of a regression: the intercept's ones first, then the terms, then the target. Of a categorical column there is one for every
/// level; which of them is the reference shows only when the complete rows have been counted.
/// </summary>
internal sealed class Design
{
    /// <summary>The sums of products grow with the square of the columns: 2,000 of them are 64 MB.</summary>
    public const int MaxTerms = 2_000;

    public Design(Model model)
    {
        Model = model;
        var columns = new List<DesignColumn>();
        foreach (var term in model.Terms)
        {
            columns.AddRange(ColumnsOf(term, term.Factors.Count - 1, [], []));
            if (columns.Count > MaxTerms)
                throw new UnsuitableColumnException($"The features make more than the {MaxTerms} coefficients that are allowed. Name fewer features.", term.Columns().First().Name);
        }

        Columns = columns;
    }

    public Model Model { get; }

    public IReadOnlyList<DesignColumn> Columns { get; }

    /// <summary>Columns of the matrix: ones, terms, target.</summary>
    public int Width => Columns.Count + 2;

    public int TargetAt => Columns.Count + 1;

    /// <summary>From the last factor to the first, whose levels thus change fastest, as R orders them.</summary>
    private static IEnumerable<DesignColumn> ColumnsOf(ModelTerm term, int factor, List<Expression> numbers, List<(TableColumn Column, int Level)> levels)
    {
        if (factor < 0)
            return [new DesignColumn(NameOf(term, levels), term, [.. numbers], [.. levels])];
        if (!ModelTerm.IsCategorical(term.Factors[factor], out var column))
            return ColumnsOf(term, factor - 1, [term.Factors[factor], .. numbers], levels);
        return Enumerable.Range(0, column.Levels.Count)
            .OrderBy(level => column.Levels[level], StringComparer.Ordinal)
            .Take(MaxTerms + 1)
            .SelectMany(level => ColumnsOf(term, factor - 1, numbers, [(column, level), .. levels]));
    }

    private static string NameOf(ModelTerm term, List<(TableColumn Column, int Level)> levels)
    {
        var next = 0;
        return string.Join(':', term.Factors.Select(factor => ModelTerm.IsCategorical(factor, out var column)
            ? $"{column.Name}[{column.Levels[levels[next++].Level]}]"
            : factor.ToString()));
    }
}
