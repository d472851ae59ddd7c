using RegressionAnalyzer.Analysis.Formulas;

namespace RegressionAnalyzer.Analysis.Regression;

/// <summary>Why rows are not in a fit, as far as the columns tell.</summary>
internal static class IncompleteRows
{
    /// <summary>What to say where some rows were left out.</summary>
    public static string Warning(Model model, long rows, long leftOut)
    {
        var one = leftOut == 1;
        var reasons = new List<string>();
        var partial = Partial(model);
        if (partial.Count > 0)
            reasons.Add($"{(one ? "has" : "have")} no number for {string.Join(", ", partial)} because of a zero or a negative value in it");
        if (model.Weights is { } weights && (weights.Missing > 0 || weights.Extremes is { MinValue: 0 }))
            reasons.Add($"{(one ? "has" : "have")} no weight above zero");
        if (reasons.Count == 0 || model.Columns.Any(column => column != model.Weights && column.Missing > 0))
            reasons.Insert(0, $"{(one ? "lacks" : "lack")} a value in the target or a feature");
        var why = reasons.Count == 1 ? reasons[0] : $"{string.Join(", ", reasons.SkipLast(1))}, or {reasons[^1]},";
        return $"{leftOut} of {rows} rows {why} and {(one ? "was" : "were")} left out.";
    }

    /// <summary>What to say where no row is left.</summary>
    public static string NoneIsComplete(Model model) => model.Weights is { Extremes: not { MaxValue: > 0 } } weights
        ? $"All weights in '{weights.Name}' are zero or missing, so no row counts. Name another weights column, or none."
        : $"No row has a value in all of: {string.Join(", ", [.. model.Columns.Select(column => column.Name), .. Partial(model)])}"
            + (model.Weights is null ? "." : ", and a weight above zero.");

    private static List<string> Partial(Model model) =>
        [.. model.Terms.SelectMany(term => term.Factors).Append(model.Target).Where(factor => factor.IsPartial).Select(factor => factor.ToString()).Distinct()];
}
