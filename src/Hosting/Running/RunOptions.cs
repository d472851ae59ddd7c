namespace Aspire.Hosting.Running;

/// <summary>How patient run mode is. Tests replace it to see a limit reached without waiting for it.</summary>
internal sealed record RunOptions
{
    /// <summary>The pauses before a replica that ended by itself is started again; after the last one it is given up.</summary>
    public IReadOnlyList<TimeSpan> RestartDelays { get; init; } =
        [TimeSpan.FromSeconds(0.2), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(8)];

    /// <summary>How often a replica that was never ready is started again: what fails at once usually fails again.</summary>
    public int RestartsBeforeFirstReady { get; init; } = 2;

    /// <summary>How long a replica must have been ready for its earlier ends to be forgotten.</summary>
    public TimeSpan StableAfter { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long requests that a replica holds may take to end before it is told to stop.</summary>
    public TimeSpan DrainTime { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a process may take to end after SIGTERM; .NET's host gives its services 30 seconds.</summary>
    public TimeSpan StopTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How often a replica is asked for its health until it is well: a slow question would make a fast start slow.</summary>
    public TimeSpan FirstHealthInterval { get; init; } = TimeSpan.FromMilliseconds(50);

    public TimeSpan HealthInterval { get; init; } = TimeSpan.FromSeconds(5);

    public TimeSpan HealthTimeout { get; init; } = TimeSpan.FromSeconds(10);
}
