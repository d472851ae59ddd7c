using RegressionAnalyzer.Analysis.Loading;

namespace RegressionAnalyzer.Analysis.Regression;

/// <summary>The fit in a few sentences.</summary>
internal static class Interpretation
{
    private const int Named = 5;

    /// <summary>From here on features are commonly said to move together: the others explain four fifths of one.</summary>
    private const double HighVif = 5;

    /// <param name="fit">The fit.</param>
    /// <param name="coefficients">Its slopes.</param>
    /// <param name="rSquared">Its R²; null where the target does not vary.</param>
    /// <param name="isJointlySignificant">Whether all slopes together can be told from chance.</param>
    public static string Of(LeastSquaresFit fit, IReadOnlyList<Coefficient> coefficients, double? rSquared, bool isJointlySignificant)
    {
        var target = fit.Design.Model.Target.ToString();
        if (rSquared is not { } r)
            return $"Every complete row has the same value of {target}, so there is nothing to explain.";
        var share = fit.System.Intercept
            ? $"The model explains {Wording.Share(r)} of the variation of {target} over {fit.Rows} {(fit.Rows == 1 ? "row" : "rows")}."
            : $"The model, which has no intercept, explains {Wording.Share(r)} of the squares of {target} over {fit.Rows} {(fit.Rows == 1 ? "row" : "rows")}. "
                + "They are taken about zero and not about the mean, so this is no share of the variation and is not to be compared with that of a model with an intercept.";
        if (fit.DegreesOfFreedom == 0)
            return share + " With as many coefficients as rows that says nothing about other rows.";
        if (fit.System.ResidualSquares.High == 0)
            return share + " It leaves nothing unexplained, so there is no chance to tell effects from.";
        var significant = Enumerable.Range(0, coefficients.Count).Where(k => coefficients[k].IsSignificant)
            .OrderByDescending(k => Math.Abs(coefficients[k].TStatistic ?? 0)).ToList();
        if (significant.Count == 0)
            return $"{share} {WithoutEffects(coefficients, isJointlySignificant)}";
        var effects = significant.Take(Named).Select(k => $"{coefficients[k].Feature} ({Direction(fit, k, coefficients[k].Value)})");
        var more = significant.Count > Named ? $" and {significant.Count - Named} more" : "";
        return $"{share} Effects that can be told from chance at the 5 % level, strongest first: {string.Join(", ", effects)}{more}.";
    }

    private static string WithoutEffects(IReadOnlyList<Coefficient> coefficients, bool isJointlySignificant)
    {
        if (!isJointlySignificant || coefficients.Count < 2)
            return "No feature has an effect that can be told from chance at the 5 % level.";
        var why = coefficients.Any(coefficient => coefficient.Vif > HighVif) ? ": they move together" : "";
        return $"Together the features explain more than chance would at the 5 % level, but no single one's effect can be told apart from the others'{why}.";
    }

    private static string Direction(LeastSquaresFit fit, int k, double value)
    {
        var own = fit.Design.Columns[fit.System.Kept[k] - 1];
        var varied = Varied(own);
        var others = fit.System.Kept.Select(at => fit.Design.Columns[at - 1])
            .Where(other => other.Source != own.Source && other.Source.Columns().Any(varied.Contains))
            .Select(other => string.Join(':', other.Source.Factors)).Distinct().ToList();
        if (others.Count > 0)
            return $"its effect depends on {others[0]}{(others.Count > 1 ? $" and {others.Count - 1} more" : "")} too";
        return value > 0 ? "raises it" : "lowers it";
    }

    /// <summary>What changes where a term does: its numbers, which in a level of a category are free to, or else its categories.</summary>
    private static HashSet<TableColumn> Varied(DesignColumn column) =>
        [.. column.Numbers.Count > 0 ? column.Numbers.SelectMany(number => number.Columns()) : column.Levels.Select(level => level.Column)];
}
