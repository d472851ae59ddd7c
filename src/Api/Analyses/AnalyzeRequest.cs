namespace RegressionAnalyzer.Api.Analyses;

/// <summary>What to analyse.</summary>
/// <param name="UploadId">The upload to analyse.</param>
/// <param name="Target">The column to explain, numeric; the last numeric column when absent.</param>
/// <param name="Features">The columns to explain it by; every other usable column when absent.</param>
/// <param name="Context">What the table is about, in the analyst's words; comes back with the result.</param>
/// <param name="Transpose">Whether rows and columns change places; a rule decides when absent, and the result says why.</param>
/// <param name="SkipLlm">Statistics only, nothing is sent to a language model.</param>
/// <param name="Formula">The model in R's notation in place of target and features: <c>log(y) ~ x + I(x^2) + a:b + segment - 1</c>.</param>
/// <param name="Intercept">Whether the model has a constant term; a formula says so itself.</param>
/// <param name="Weights">A numeric column that says how much each row counts, none negative.</param>
/// <param name="StandardErrors"><c>classical</c>, or robust against unequal spread: <c>hc0</c>, <c>hc1</c>, <c>hc2</c>, <c>hc3</c>.</param>
/// <param name="Folds">In how many parts to cut the rows for a cross-validation, 2 to 20; none when absent.</param>
internal sealed record AnalyzeRequest(
    string UploadId,
    string? Target = null,
    IReadOnlyList<string>? Features = null,
    string? Context = null,
    bool SkipLlm = false,
    bool? Transpose = null,
    string? Formula = null,
    bool Intercept = true,
    string? Weights = null,
    string? StandardErrors = null,
    int? Folds = null);

/// <summary>A job that was taken on.</summary>
internal sealed record AnalyzeAccepted(string JobId, string Status);
