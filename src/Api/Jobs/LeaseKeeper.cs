using RegressionAnalyzer.Analysis;
using RegressionAnalyzer.Api.Storage;

namespace RegressionAnalyzer.Api.Jobs;

/// <summary>Keeps a lease while a job runs, writes its progress there, and notices when it is lost.</summary>
internal sealed class LeaseKeeper : IProgress<AnalysisProgress>, IAsyncDisposable
{
    private readonly Lease _lease;
    private readonly LeaseStore _leases;
    private readonly JobQueue _jobs;
    private readonly TimeProvider _time;
    private readonly JobOptions _options;
    private readonly CancellationTokenSource _lost = new();
    private readonly CancellationTokenSource _over = new();
    private readonly Task _beating;
    private AnalysisProgress _progress = new("starting", 0);
    private long _beat;

    public LeaseKeeper(Lease lease, LeaseStore leases, JobQueue jobs, JobOptions options, TimeProvider time)
    {
        (_lease, _leases, _jobs, _options, _time) = (lease, leases, jobs, options, time);
        _beating = Task.Run(BeatAsync);
    }

    /// <summary>Cancelled when the lease is another's or the job is deleted: nothing more may be published.</summary>
    public CancellationToken Lost => _lost.Token;

    public void Report(AnalysisProgress value)
    {
        lock (_over)
            _progress = value;
    }

    /// <summary>Looks on the volume whether this is still the highest lease of a job that is still there.</summary>
    public bool IsHeld() => !_lost.IsCancellationRequested && _jobs.Exists(_lease.JobId) && _leases.Highest(_lease.JobId) == _lease;

    /// <summary>Gives the job back: another may take it at once.</summary>
    public async Task ReturnAsync()
    {
        await StopAsync();
        if (IsHeld())
            Write(LeaseState.Returned);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _lost.Dispose();
        _over.Dispose();
    }

    private async Task StopAsync()
    {
        await _over.CancelAsync();
        await _beating;
    }

    private async Task BeatAsync()
    {
        var kept = _time.GetTimestamp();
        using var timer = new PeriodicTimer(_options.Beat, _time);
        do
        {
            try
            {
                if (!IsHeld())
                    break;
                Write(LeaseState.Held);
                kept = _time.GetTimestamp();
            }
            catch (Exception trouble) when (trouble.IsStorageTrouble())
            {
                // Others have seen no change since then either, and may have taken the job.
                if (_time.GetElapsedTime(kept) >= _options.Lease)
                    break;
            }
        }
        while (await ContinuesAsync(timer));

        if (!_over.IsCancellationRequested)
            await _lost.CancelAsync();
    }

    private async Task<bool> ContinuesAsync(PeriodicTimer timer)
    {
        try
        {
            return await timer.WaitForNextTickAsync(_over.Token);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private void Write(LeaseState state)
    {
        AnalysisProgress progress;
        lock (_over)
            progress = _progress;
        _leases.Write(_lease, new(ReplicaName.Own, ++_beat, state, progress.Stage, progress.Fraction));
    }
}
