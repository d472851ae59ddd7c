using Microsoft.Extensions.Options;

namespace RegressionAnalyzer.Api.Jobs;

/// <summary>Tells lost leases from kept ones: by seeing no change for a whole lease time on this replica's own monotonic clock.
/// Neither the clocks of other machines nor the times on files count.</summary>
internal sealed class LeaseWatch(LeaseStore leases, IOptions<JobOptions> options, TimeProvider time)
{
    private readonly Dictionary<string, Sighting> _seen = [];

    /// <summary>Looks at a job's highest lease; true when its holder gave it back or is gone.</summary>
    public bool IsFree(Lease lease)
    {
        var note = leases.Read(lease);
        if (note?.State == LeaseState.Returned)
            return true;

        var now = time.GetTimestamp();
        if (_seen.TryGetValue(lease.JobId, out var before) && before.Lease == lease && before.Note == note)
            return time.GetElapsedTime(before.Since, now) >= options.Value.Lease;

        _seen[lease.JobId] = new(lease, note, now);
        return false;
    }

    /// <summary>Forgets jobs that are no longer pending.</summary>
    public void Keep(IReadOnlySet<string> pending)
    {
        foreach (var gone in _seen.Keys.Where(id => !pending.Contains(id)).ToList())
            _seen.Remove(gone);
    }

    private readonly record struct Sighting(Lease Lease, LeaseNote? Note, long Since);
}
