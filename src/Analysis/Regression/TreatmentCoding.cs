using RegressionAnalyzer.Analysis.Formulas;
using RegressionAnalyzer.Analysis.Loading;

namespace RegressionAnalyzer.Analysis.Regression;

/// <summary>
/// Of the levels of a categorical column that occur in the complete rows the first in ordinal order is the reference; each other one has a
/// coefficient that tells its difference from it (R's <c>contr.treatment</c>).
/// </summary>
/// <remarks>
/// In a term a category is coded by differences where the term without it is in a term before, as x of <c>b:x</c> is in <c>a:x</c>, and by all its
/// levels where it is not (Chambers and Hastie, "Statistical Models in S", 1992, section 2.4.1; TermCode in R's model.c).
/// </remarks>
internal sealed class TreatmentCoding
{
    private readonly Design _design;
    private readonly Dictionary<TableColumn, int> _references = [];

    private TreatmentCoding(Design design) => _design = design;

    /// <returns>The columns of the design that a fit uses, without the ones.</returns>
    public static IReadOnlyList<int> Candidates(Design design, Moments moments, List<string> warnings)
    {
        var coding = new TreatmentCoding(design);
        var candidates = new List<int>();
        for (var at = 1; at <= design.Columns.Count; at++)
        {
            var column = design.Columns[at - 1];
            var occurs = moments.AboutZero(at, at).High > 0;
            if (column.Levels.Count > 0 && !occurs)
                continue;
            if (!column.Levels.Any(level => coding.IsReference(column, level, warnings)))
                candidates.Add(at);
        }

        return candidates;
    }

    private bool IsReference(DesignColumn column, (TableColumn Column, int Level) level, List<string> warnings)
    {
        if (!IsCodedByDifferences(column.Source, level.Column))
            return false;
        if (_references.TryGetValue(level.Column, out var reference))
            return reference == level.Level;
        _references.Add(level.Column, level.Level);
        warnings.Add($"'{level.Column.Name}' is categorical: its coefficients are differences from the reference level '{level.Column.Levels[level.Level]}'.");
        return true;
    }

    private bool IsCodedByDifferences(ModelTerm term, TableColumn category)
    {
        var rest = term.Factors.Where(factor => factor is not ColumnValue value || value.Column != category).ToList();
        if (rest.Count > 0)
            return _design.Model.Terms.TakeWhile(other => other != term).Any(other => rest.All(other.Factors.Contains));
        // without an intercept the first category takes its place
        return _design.Model.Intercept
            || term != _design.Model.Terms.First(other => other.Factors is [var only] && ModelTerm.IsCategorical(only, out _));
    }
}
