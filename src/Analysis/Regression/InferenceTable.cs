namespace RegressionAnalyzer.Analysis.Regression;

/// <summary>Turns a fit into the numbers that R's <c>summary(lm)</c>, <c>AIC</c> and <c>BIC</c> report.</summary>
internal static class InferenceTable
{
    private const double Significance = 0.05;

    /// <param name="fit">The fit.</param>
    /// <param name="residuals">The sums over its residuals; null where they were not asked for or there are none.</param>
    /// <param name="errors">How standard errors are computed.</param>
    /// <param name="warnings">Takes what a reader should know.</param>
    public static LinearRegression Of(LeastSquaresFit fit, ResidualSums? residuals, StandardErrors errors, List<string> warnings)
    {
        var system = fit.System;
        var freedom = fit.DegreesOfFreedom;
        var rSquared = RSquared(system);
        var variance = freedom > 0 ? (double)(system.ResidualSquares / freedom) : (double?)null;
        if (freedom == 0)
            warnings.Add($"As many coefficients as complete rows ({fit.Rows}): the fit is exact by construction, and there are no standard errors, tests or intervals.");
        else if (variance == 0)
            warnings.Add((rSquared is null ? "The target is the same in every complete row" : "The features explain the target to the last digit") + ": standard errors are zero, and tests and intervals tell nothing.");
        var quantile = freedom > 0 ? StudentQuantile.Upper(0.5 * Significance, freedom) : 0;

        var robust = errors != StandardErrors.Classical && residuals?.Meat is { } meat ? RobustErrors.Variances(fit, meat, errors) : null;
        var coefficients = system.Kept.Select((column, k) => Row(
            fit.Design.Columns[column - 1].Name, fit.Weights[column], robust?[k + 1] ?? variance * (double)system.Inverse[k, k], Vif(system, k), freedom, quantile)).ToList();
        if (NearCollinearity.Warning(fit, coefficients) is { } near)
            warnings.Add(near);
        var intercept = system.Intercept ? Row("(intercept)", fit.Weights[0], robust?[0] ?? variance * (double)InterceptFactor(system), null, freedom, quantile) : null;
        if (robust is not null && variance > 0 && coefficients.Prepend(intercept).Where(row => row?.StdError == 0).Select(row => row!.Feature).ToList() is { Count: > 0 } certain)
            warnings.Add($"The robust standard error of {string.Join(", ", certain)} is zero, as the fit meets exactly the rows that determine it, and tells nothing; look at the classical one.");
        var f = F(system, variance, freedom);
        var fP = f is { } value ? FisherTail.Upper(value, system.Kept.Count, freedom) : (double?)null;
        var (aic, bic) = InformationCriteria(fit);
        return new LinearRegression
        {
            Target = fit.Design.Model.Target.ToString(),
            Features = [.. fit.Design.Model.Features.Select(feature => feature.Name)],
            Intercept = intercept,
            Coefficients = coefficients,
            RSquared = rSquared,
            AdjustedRSquared = freedom > 0 && rSquared is { } r ? 1 - (1 - r) * (fit.Rows - (system.Intercept ? 1 : 0)) / freedom : null,
            FStatistic = f,
            FPValue = fP,
            Rmse = variance is { } v ? Math.Sqrt(v) : null,
            Aic = aic,
            Bic = bic,
            NSamples = fit.Rows,
            ConditionNumber = ConditionNumber.Of(system),
            StandardErrors = robust is null ? StandardErrors.Classical : errors,
            Diagnostics = residuals is null ? null : DiagnosticsReport.Of(fit, residuals),
            Interpretation = Interpretation.Of(fit, coefficients, rSquared, isJointlySignificant: robust is null && fP < Significance),
        };
    }

    private static Coefficient Row(string name, double value, double? variance, double? vif, long freedom, double quantile)
    {
        var error = variance is { } v ? Math.Sqrt(v) : (double?)null;
        var t = error > 0 ? value / error : null;
        var p = t is { } statistic ? StudentTail.TwoSided(statistic, freedom) : (double?)null;
        return new Coefficient
        {
            Feature = name,
            Value = value,
            StdError = error,
            TStatistic = t,
            PValue = p,
            CiLow = value - quantile * error,
            CiHigh = value + quantile * error,
            Vif = vif,
            IsSignificant = p < Significance,
        };
    }

    /// <summary>What the residual variance is multiplied by for the intercept's: 1/n + x̄ᵀ S⁻¹ x̄.</summary>
    private static DoubleDouble InterceptFactor(NormalEquations system)
    {
        var factor = (DoubleDouble)1 / system.Moments.Total;
        for (var i = 0; i < system.Kept.Count; i++)
        {
            for (var j = 0; j < system.Kept.Count; j++)
                factor += system.Moments.Mean(system.Kept[i]) * system.Inverse[i, j] * system.Moments.Mean(system.Kept[j]);
        }

        return factor;
    }

    private static double? Vif(NormalEquations system, int k) => system.Kept.Count < 2 ? null : (double)(system.Squares(k) * system.Inverse[k, k]);

    private static double? RSquared(NormalEquations system) =>
        system.TargetSquares.High > 0 ? (double)((system.TargetSquares - system.ResidualSquares) / system.TargetSquares) : null;

    private static double? F(NormalEquations system, double? variance, long freedom) => variance > 0 && system.Kept.Count > 0
        ? (double)((system.TargetSquares - system.ResidualSquares) / system.Kept.Count / (system.ResidualSquares / freedom))
        : null;

    /// <summary>As R counts them: the residual variance is a parameter too. Without residuals the likelihood has no bound.</summary>
    private static (double? Aic, double? Bic) InformationCriteria(LeastSquaresFit fit)
    {
        var residual = (double)fit.System.ResidualSquares;
        if (residual <= 0 || fit.DegreesOfFreedom == 0)
            return (null, null);
        var twiceLogLikelihood = fit.System.Moments.LogWeights - fit.Rows * (Math.Log(2 * Math.PI) + Math.Log(residual / fit.Rows) + 1);
        var parameters = fit.Coefficients + 1;
        return (2 * parameters - twiceLogLikelihood, parameters * Math.Log(fit.Rows) - twiceLogLikelihood);
    }
}
