namespace Aspire.Hosting.Running;

/// <summary>Whether, and when, a replica that ended by itself is started again.</summary>
internal sealed class RestartPolicy(RunOptions options)
{
    /// <summary>How often it was started again since it last ran well.</summary>
    public int Attempt { get; private set; }

    public bool WasReady { get; private set; }

    /// <summary>What never got ready will not by trying often.</summary>
    public int Limit => WasReady ? options.RestartDelays.Count : Math.Min(options.RestartsBeforeFirstReady, options.RestartDelays.Count);

    public void Reset()
    {
        Attempt = 0;
        WasReady = false;
    }

    public void SetReady(bool isReady) => WasReady |= isReady;

    /// <param name="ran">How long it ran this time.</param>
    /// <returns>The pause before the next start; null when it is not started again.</returns>
    public TimeSpan? Next(TimeSpan ran)
    {
        if (WasReady && ran >= options.StableAfter)
        {
            Attempt = 0;
        }

        return Attempt < Limit ? options.RestartDelays[Attempt++] : null;
    }
}
