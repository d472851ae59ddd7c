namespace RegressionAnalyzer.Api.Health;

/// <summary>Whether new requests should come here: from the moment the host has started until it is told to stop.</summary>
internal sealed class Readiness(IHostApplicationLifetime lifetime)
{
    public bool IsStarting => !lifetime.ApplicationStarted.IsCancellationRequested;

    public bool IsStopping => lifetime.ApplicationStopping.IsCancellationRequested;
}
