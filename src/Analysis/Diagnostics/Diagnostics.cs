using System.Text.Json.Serialization;

namespace RegressionAnalyzer.Analysis;

/// <summary>Whether the fit's standard errors and p-values can be believed: what they assume, tested on the residuals.</summary>
public sealed record Diagnostics
{
    /// <summary>Whether the residuals are normally distributed. Source: Jarque and Bera, International Statistical Review 55 (1987).</summary>
    public required JarqueBera JarqueBera { get; init; }

    /// <summary>Whether their spread depends on the features, in Koenker's form. Null without features. Source: Koenker, Journal of Econometrics 17 (1981).</summary>
    public required BreuschPagan? BreuschPagan { get; init; }

    /// <summary>Whether neighbouring rows' residuals go together. Source: Durbin and Watson, Biometrika 38 (1951).</summary>
    public required DurbinWatson DurbinWatson { get; init; }

    /// <summary>Rows whose features are far from the others'.</summary>
    public required Influence Leverage { get; init; }

    /// <summary>Rows without which the fit would be another. Source: Cook, Technometrics 19 (1977).</summary>
    public required Influence CooksDistance { get; init; }

    /// <summary>The rows with the largest Cook's distances, largest first.</summary>
    public required IReadOnlyList<OutstandingRow> OutstandingRows { get; init; }
}

/// <param name="Statistic">Chi-squared with two degrees of freedom where the residuals are normal.</param>
/// <param name="PValue">The chance of a larger one.</param>
/// <param name="Skewness">0 for a normal distribution.</param>
/// <param name="Kurtosis">3 for a normal distribution.</param>
/// <param name="Meaning">In words.</param>
public sealed record JarqueBera(double? Statistic, double? PValue, double? Skewness, double? Kurtosis, string Meaning);

/// <param name="Statistic">Chi-squared with as many degrees of freedom as there are coefficients beside the intercept, where the spread is constant.</param>
/// <param name="PValue">The chance of a larger one.</param>
/// <param name="Meaning">In words.</param>
public sealed record BreuschPagan(double? Statistic, double? PValue, string Meaning);

/// <param name="Statistic">2 where neighbours do not go together, towards 0 where they are alike, towards 4 where they alternate.</param>
/// <param name="PValue">The chance of one as far from 2, about: for many more rows than coefficients.</param>
/// <param name="Meaning">In words.</param>
public sealed record DurbinWatson(double? Statistic, double? PValue, string Meaning);

/// <param name="Max">The largest in any row.</param>
/// <param name="Threshold">What counts as large.</param>
/// <param name="RowsAbove">How many rows are above it.</param>
/// <param name="Meaning">In words.</param>
public sealed record Influence(double Max, double Threshold, long RowsAbove, string Meaning);

/// <summary>A row that stands out.</summary>
/// <param name="Row">The data row, counted from 0.</param>
/// <param name="Actual">Its target.</param>
/// <param name="Predicted">What the fit says.</param>
/// <param name="Residual">Actual less predicted.</param>
/// <param name="StandardizedResidual">In units of its own standard deviation; null where the row determines its own prediction.</param>
/// <param name="Leverage">How far its features are from the others', 0 to 1.</param>
/// <param name="CooksDistance">How much the fit would change without it.</param>
public sealed record OutstandingRow(
    long Row, double Actual, double Predicted, double Residual, double? StandardizedResidual, double Leverage, double CooksDistance);

/// <summary>How standard errors are computed.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<StandardErrors>))]
public enum StandardErrors
{
    /// <summary>On the assumption that all residuals have one variance.</summary>
    Classical,

    /// <summary>White's, without that assumption. Source for all four: MacKinnon and White, Journal of Econometrics 29 (1985).</summary>
    HC0,

    /// <summary>HC0 times n / (n − p).</summary>
    HC1,

    /// <summary>Squared residuals over 1 − leverage.</summary>
    HC2,

    /// <summary>Squared residuals over (1 − leverage)²: the safest in small samples.</summary>
    HC3,
}
