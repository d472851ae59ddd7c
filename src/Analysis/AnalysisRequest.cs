using RegressionAnalyzer.Analysis.Formulas;

namespace RegressionAnalyzer.Analysis;

/// <summary>What to compute of a table.</summary>
public sealed record AnalysisRequest
{
    /// <summary>The column to explain; the last numeric column when null, which a warning then says.</summary>
    public string? Target { get; init; }

    /// <summary>The columns to explain it by; every other usable column when null.</summary>
    public IReadOnlyList<string>? Features { get; init; }

    /// <summary>
    /// The model in R's notation, instead of target and features: <c>y ~ x + I(x^2) + log(z) + segment</c>. <c>a:b</c> is an interaction, <c>a*b</c>
    /// adds the main effects, <c>.</c> is every other usable column, <c>- 1</c> leaves the intercept out.
    /// </summary>
    public string? Formula { get; init; }

    /// <summary>Whether the fit has a constant term; a formula says so itself.</summary>
    public bool Intercept { get; init; } = true;

    /// <summary>A numeric column that says how much each row counts, none negative; rows of weight 0 are left out.</summary>
    public string? Weights { get; init; }

    /// <summary>Whether rows with another number of fields than the header are passed over and counted in a warning; otherwise the first is an error.</summary>
    public bool SkipBadRows { get; init; }

    /// <summary>How standard errors are computed.</summary>
    public StandardErrors StandardErrors { get; init; }

    /// <summary>Whether the residuals are looked at, which takes a second pass over the rows.</summary>
    public bool Diagnostics { get; init; } = true;

    /// <summary>In how many parts to cut the rows for a cross-validation, 2 to 20; none when null. A fifth of the rows is held out in any case.</summary>
    public int? CrossValidationFolds { get; init; }

    /// <summary>Whether to grow a forest and tell the features' importance by it.</summary>
    public bool Importance { get; init; } = true;

    /// <summary>Whether a fit to four fifths of the rows predicts the fifth.</summary>
    public bool Holdout { get; init; } = true;

    /// <summary>Whether rows and columns change places; when null a rule decides and the result says why.</summary>
    public bool? Transpose { get; init; }

    /// <summary>The columns asked for by name.</summary>
    /// <exception cref="FormulaException">The formula has what belongs in none.</exception>
    internal IEnumerable<string> Named()
    {
        var explained = Formula is { Length: > 0 } formula ? FormulaToken.Columns(formula) : (Features ?? []).Concat(Target is null ? [] : [Target]);
        return explained.Concat(Weights is null ? [] : [Weights]);
    }
}
