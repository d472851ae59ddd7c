namespace RegressionAnalyzer.Api.Analyses;

/// <summary>What to analyse.</summary>
/// <param name="UploadId">The upload to analyse.</param>
/// <param name="Target">The column to explain, numeric; the last numeric column when absent.</param>
/// <param name="Features">The columns to explain it by; every other usable column when absent.</param>
/// <param name="Context">What the table is about, in the analyst's words; comes back with the result.</param>
/// <param name="SkipLlm">Statistics only, nothing is sent to a language model.</param>
internal sealed record AnalyzeRequest(
    string UploadId,
    string? Target = null,
    IReadOnlyList<string>? Features = null,
    string? Context = null,
    bool SkipLlm = false);

/// <summary>A job that was taken on.</summary>
internal sealed record AnalyzeAccepted(string JobId, string Status);
