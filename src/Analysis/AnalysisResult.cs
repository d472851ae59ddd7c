using System.Text.Json.Serialization;

namespace RegressionAnalyzer.Analysis;

/// <summary>Everything that was found, in the order a reader wants it. Numbers that do not exist are null, never NaN, and a warning says why.</summary>
public sealed record AnalysisResult
{
    public required long Rows { get; init; }

    public required int Columns { get; init; }

    /// <summary>Whether the file has its columns where rows are wont to be, and was turned.</summary>
    public bool Transposed { get; init; }

    /// <summary>Why it was turned, or not.</summary>
    public string TransposeDecision { get; init; } = "";

    public required IReadOnlyList<ColumnSummary> ColumnAnalysis { get; init; }

    public required Statistics Statistics { get; init; }

    /// <summary>Not part of the numbers: drawn on demand, in the order to show them.</summary>
    public required ChartSet Charts { get; init; }

    public required IReadOnlyList<string> Warnings { get; init; }
}

/// <summary>The numbers of an analysis.</summary>
public sealed record Statistics
{
    public required IReadOnlyList<MinMax> Minmax { get; init; }

    public required LinearRegression LinearRegression { get; init; }

    /// <summary>Null where the rows are too few, or it was not asked for.</summary>
    public FeatureImportance? FeatureImportance { get; init; }

    public required IReadOnlyList<string> Warnings { get; init; }
}

/// <summary>The extremes of one numeric column.</summary>
/// <param name="Column">The column's name.</param>
/// <param name="MinValue">The smallest value.</param>
/// <param name="MaxValue">The largest value.</param>
/// <param name="MinIndex">The data row, counted from 0, of the first smallest value.</param>
/// <param name="MaxIndex">The data row, counted from 0, of the first largest value.</param>
/// <param name="MinContext">That row's values by column.</param>
/// <param name="MaxContext">That row's values by column.</param>
/// <param name="Range">Largest less smallest; null beyond all numbers, as are the two below.</param>
/// <param name="Mean">The arithmetic mean of the values present.</param>
/// <param name="Std">The sample standard deviation (n − 1); null also with fewer than two values.</param>
public sealed record MinMax(
    string Column,
    double MinValue,
    double MaxValue,
    long MinIndex,
    long MaxIndex,
    IReadOnlyDictionary<string, string?> MinContext,
    IReadOnlyDictionary<string, string?> MaxContext,
    double? Range,
    double? Mean,
    double? Std);

/// <summary>An ordinary least squares fit with its inference, as R's <c>summary(lm(…))</c> reports it.</summary>
public sealed record LinearRegression
{
    public required string Target { get; init; }

    public required IReadOnlyList<string> Features { get; init; }

    /// <summary>Null where the model has none.</summary>
    public required Coefficient? Intercept { get; init; }

    public required IReadOnlyList<Coefficient> Coefficients { get; init; }

    public required double? RSquared { get; init; }

    public required double? AdjustedRSquared { get; init; }

    public required double? FStatistic { get; init; }

    // the naming policy would write "fp_value"
    [JsonPropertyName("f_p_value")]
    public required double? FPValue { get; init; }

    /// <summary>Residual standard error: the square root of the residual sum of squares over n − p, in the target's unit.</summary>
    public required double? Rmse { get; init; }

    public required double? Aic { get; init; }

    public required double? Bic { get; init; }

    public required long NSamples { get; init; }

    public required double? ConditionNumber { get; init; }

    /// <summary>How the standard errors, and with them t, p and intervals, are computed. The F statistic is the classical one.</summary>
    public StandardErrors StandardErrors { get; init; }

    /// <summary>Null where there are no residuals to look at, or nobody asked.</summary>
    public Diagnostics? Diagnostics { get; init; }

    /// <summary>How well unseen rows are predicted; null where there are too few.</summary>
    public Holdout? Holdout { get; init; }

    /// <summary>Null where it was not asked for, or there are too few rows.</summary>
    public CrossValidation? CrossValidation { get; init; }

    /// <summary>The fit in words for someone who is no statistician.</summary>
    public required string Interpretation { get; init; }
}

/// <summary>One row of the inference table. <c>Feature</c> is the term: a column, or <c>column[level]</c> of a categorical one.</summary>
public sealed record Coefficient
{
    public required string Feature { get; init; }

    [JsonPropertyName("coefficient")]
    public required double Value { get; init; }

    public required double? StdError { get; init; }

    public required double? TStatistic { get; init; }

    public required double? PValue { get; init; }

    public required double? CiLow { get; init; }

    public required double? CiHigh { get; init; }

    /// <summary>Variance inflation factor; null for the intercept and where there is one feature.</summary>
    public required double? Vif { get; init; }

    public required bool IsSignificant { get; init; }
}
