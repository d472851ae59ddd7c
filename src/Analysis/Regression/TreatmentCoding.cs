namespace RegressionAnalyzer.Analysis.Regression;

/// <summary>
/// Of the levels of a categorical column that occur in the complete rows the first in ordinal order is the reference; each other one has a
/// coefficient that tells its difference from it (R's <c>contr.treatment</c>).
/// </summary>
internal static class TreatmentCoding
{
    /// <returns>The columns of the design that a fit uses, without the ones.</returns>
    public static IReadOnlyList<int> Candidates(Design design, Moments moments, List<string> warnings)
    {
        var candidates = new List<int>();
        var referenced = new HashSet<int>();
        for (var at = 1; at <= design.Terms.Count; at++)
        {
            var term = design.Terms[at - 1];
            if (term.Level is { } level)
            {
                var occurrences = (double)(moments.OriginOf(at) * moments.Rows + moments[0, at]);
                if (occurrences == 0)
                    continue;
                if (referenced.Add(term.Column.Index))
                {
                    warnings.Add($"'{term.Column.Name}' is categorical: its coefficients are differences from the reference level '{term.Column.Levels[level]}'.");
                    continue;
                }
            }

            candidates.Add(at);
        }

        return candidates;
    }
}
