namespace RegressionAnalyzer.Api.Uploads;

internal sealed class UploadOptions
{
    /// <summary>The largest file taken, in bytes (<c>Uploads__MaxBytes</c>).</summary>
    public long MaxBytes { get; set; } = 50 * 1024 * 1024;
}
