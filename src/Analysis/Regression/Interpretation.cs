using System.Globalization;

namespace RegressionAnalyzer.Analysis.Regression;

/// <summary>The fit in a few sentences.</summary>
internal static class Interpretation
{
    private const int Named = 5;

    public static string Of(LeastSquaresFit fit, IReadOnlyList<Coefficient> coefficients, double? rSquared)
    {
        var target = fit.Design.Model.Target.ToString();
        if (rSquared is not { } r)
            return $"Every complete row has the same value of {target}, so there is nothing to explain.";
        var share = string.Create(CultureInfo.InvariantCulture, $"The model explains {100 * r:0.#} % of the variation of {target} over {fit.Rows} rows.");
        if (fit.DegreesOfFreedom == 0)
            return share + " With as many coefficients as rows that says nothing about other rows.";
        var significant = coefficients.Where(coefficient => coefficient.IsSignificant).OrderByDescending(coefficient => Math.Abs(coefficient.TStatistic ?? 0)).ToList();
        if (significant.Count == 0)
            return share + " No feature has an effect that can be told from chance at the 5 % level.";
        var effects = significant.Take(Named).Select(coefficient => $"{coefficient.Feature} ({(coefficient.Value > 0 ? "raises" : "lowers")} it)");
        var more = significant.Count > Named ? $" and {significant.Count - Named} more" : "";
        return $"{share} Effects that can be told from chance at the 5 % level, strongest first: {string.Join(", ", effects)}{more}.";
    }
}
