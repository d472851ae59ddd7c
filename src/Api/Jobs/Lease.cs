namespace RegressionAnalyzer.Api.Jobs;

/// <summary>The right to run a job, held by whoever created the highest number.</summary>
internal readonly record struct Lease(string JobId, int Number);

/// <summary>Where a lease stands.</summary>
internal enum LeaseState
{
    /// <summary>Its holder works, or has died: only a change tells.</summary>
    Held,

    /// <summary>Its holder gave the job back in good order; the next may take it at once, and it does not count as lost.</summary>
    Returned,
}

/// <summary>What is written in a lease: changed with every beat, which is how others see its holder alive.</summary>
internal sealed record LeaseNote(string Replica, long Beat, LeaseState State, string Stage, double Fraction);
