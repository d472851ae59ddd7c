using RegressionAnalyzer.Analysis.Formulas;
using RegressionAnalyzer.Analysis.Loading;

namespace RegressionAnalyzer.Analysis;

/// <summary>Holds a formula against the columns of a table that was inspected, so that what is wrong with it is told before the table is read again.</summary>
public static class Formula
{
    /// <exception cref="FormulaException">It cannot be read; the message says where.</exception>
    /// <exception cref="UnknownColumnException">It names a column that the table does not have.</exception>
    /// <exception cref="UnsuitableColumnException">It computes with a column that holds no numbers, or explains the target by itself.</exception>
    public static void Check(string formula, IReadOnlyList<ColumnSummary> columns) =>
        FormulaReader.Read([.. columns.Select(Known)], formula, weights: null, []);

    /// <summary>What a formula needs to know of a column. Of a category's levels the first few do, as a name for it in a message.</summary>
    private static TableColumn Known(ColumnSummary column, int index) => new(
        column.Name, index, column.Type, column.Count, column.Missing, column.Type == ColumnType.Categorical ? column.SampleValues : [],
        column.Unique ?? 0, null, null, column.SampleValues);
}
