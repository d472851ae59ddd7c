using System.Text.Json;
using RegressionAnalyzer.Api.Results;

namespace RegressionAnalyzer.Api.Jobs;

/// <summary>A job this replica may run now.</summary>
/// <param name="Job">What to do.</param>
/// <param name="Lease">The right to do it.</param>
/// <param name="LostBefore">How many holders before lost it.</param>
internal sealed record Claim(JobRecord Job, Lease Lease, int LostBefore);

/// <summary>Finds the oldest pending job that nobody runs, and takes its next lease. One caller at a time.</summary>
internal sealed class JobClaims(JobQueue jobs, LeaseStore leases, LeaseWatch watch, ResultStore results, ILogger<JobClaims> logger)
{
    /// <param name="own">Jobs this replica runs already.</param>
    public Claim? Next(IReadOnlySet<string> own)
    {
        var pending = jobs.Pending().ToList();
        watch.Keep(pending.ToHashSet());
        return pending.Where(id => !own.Contains(id)).Select(TryClaimReadable).FirstOrDefault(static claim => claim is not null);
    }

    /// <summary>A record that somebody spoilt must not stop the jobs behind it.</summary>
    private Claim? TryClaimReadable(string id)
    {
        try
        {
            return TryClaim(id);
        }
        catch (JsonException spoilt)
        {
            logger.LogError("The record of job {JobId} cannot be read: {Reason}", id, spoilt.Message);
            return null;
        }
    }

    private Claim? TryClaim(string id)
    {
        var highest = leases.Highest(id);
        if (highest.Number > 0 && !watch.IsFree(highest))
            return null;
        if (jobs.Find(id) is not { } job)
            return null; // deleted, or its record is not seen here yet
        if (results.Exists(id))
        {
            jobs.Done(job); // its holder died between publishing and taking the marker away
            return null;
        }

        var next = highest with { Number = highest.Number + 1 };
        if (!leases.TryTake(next))
            return null;
        var lost = leases.Lost(highest);
        if (lost > 0)
            logger.LogWarning("Took job {JobId} over with lease {Lease}: {Lost} holders before were lost", id, next.Number, lost);
        return new(job, next, lost);
    }
}
