namespace RegressionAnalyzer.Api.Retention;

internal sealed class RetentionOptions
{
    /// <summary>How long finished jobs and uploads are kept (<c>Retention__Days</c>); null keeps them for ever, which 0 days say.</summary>
    public TimeSpan? Keep { get; set; } = TimeSpan.FromDays(30);
}
