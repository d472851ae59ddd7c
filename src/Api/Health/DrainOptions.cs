namespace RegressionAnalyzer.Api.Health;

internal sealed class DrainOptions
{
    /// <summary>How long a replica that is told to stop goes on taking requests (<c>Shutdown__DrainSeconds</c>), so that whoever balances the load
    /// sees it is not ready and stops choosing it. None where a <c>preStop</c> sleep does this, as in Kubernetes.</summary>
    public TimeSpan Drain { get; set; } = TimeSpan.Zero;
}
