namespace RegressionAnalyzer.Api.Analyses;

/// <summary>What to analyse.</summary>
/// <param name="UploadId">The upload to analyse.</param>
/// <param name="Target">The column to explain, numeric; the last numeric column when absent.</param>
/// <param name="Features">The columns to explain it by; every other usable column when absent.</param>
/// <param name="Context">What the table is about, in the analyst's words; comes back with the result.</param>
/// <param name="Transpose">Whether rows and columns change places; a rule decides when absent, and the result says why.</param>
/// <param name="SkipLlm">Statistics only, nothing is sent to a language model.</param>
internal sealed record AnalyzeRequest(
    string UploadId,
    string? Target = null,
    IReadOnlyList<string>? Features = null,
    string? Context = null,
    bool SkipLlm = false,
    bool? Transpose = null);

/// <summary>A job that was taken on.</summary>
internal sealed record AnalyzeAccepted(string JobId, string Status);
