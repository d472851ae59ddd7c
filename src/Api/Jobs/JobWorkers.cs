using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using RegressionAnalyzer.Api.Storage;

namespace RegressionAnalyzer.Api.Jobs;

/// <summary>The bounded workers of this replica. When the host stops, they finish or give back their jobs while requests are still served.</summary>
internal sealed class JobWorkers(
    JobClaims claims, JobRunner runner, JobSignal signal, IOptions<JobOptions> options, IOptions<HostOptions> host, ILogger<JobWorkers> logger)
    : BackgroundService, IHostedLifecycleService
{
    /// <summary>The share of the host's shutdown time that running jobs have to finish; the rest is for giving them back and for open requests.</summary>
    private const double GraceShare = 0.7;

    private readonly ConcurrentDictionary<string, Task> _running = new();
    private readonly CancellationTokenSource _draining = new();
    private readonly CancellationTokenSource _handBack = new();
    private readonly Lock _stop = new();
    private Task? _stopping;

    /// <summary>Called before any service stops, Kestrel among them (https://learn.microsoft.com/dotnet/api/microsoft.extensions.hosting.ihostedlifecycleservice).</summary>
    /// <remarks>
    /// Once, however often it is called: who holds a host and its own entry point may stop it at the same time, as WebApplicationFactory does, and the
    /// one that is done first disposes what the other is still using.
    /// </remarks>
    public Task StoppingAsync(CancellationToken cancellationToken)
    {
        lock (_stop)
            return _stopping ??= FinishOrGiveBackAsync(cancellationToken);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override void Dispose()
    {
        _draining.Dispose();
        _handBack.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!_draining.IsCancellationRequested)
        {
            var news = signal.Next;
            if (_running.Count < options.Value.MaxParallel && TryClaim() is { } claim)
            {
                Start(claim);
                continue;
            }

            await signal.WaitAsync(news, Jitter(options.Value.Poll), _draining.Token);
        }
    }

    private async Task FinishOrGiveBackAsync(CancellationToken cancellationToken)
    {
        await _draining.CancelAsync();
        if (ExecuteTask is { } looking)
            await looking.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (_running.IsEmpty)
            return;
        logger.LogInformation("Stopping: {Count} jobs are still running", _running.Count);
        var all = Task.WhenAll(_running.Values);
        await Task.WhenAny(all, Task.Delay(host.Value.ShutdownTimeout * GraceShare, cancellationToken));
        await _handBack.CancelAsync();
        await all.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private Claim? TryClaim()
    {
        try
        {
            return claims.Next(_running.Keys.ToHashSet());
        }
        catch (Exception trouble) when (trouble.IsStorageTrouble())
        {
            logger.LogWarning("Cannot look for jobs: {Reason}", Errno.Describe(trouble));
            return null;
        }
    }

    private void Start(Claim claim)
    {
        var done = new TaskCompletionSource();
        _running[claim.Job.JobId] = done.Task;
        _ = Task.Run(async () =>
        {
            try
            {
                await runner.RunAsync(claim, _handBack.Token);
            }
            catch (Exception bug)
            {
                logger.LogError(bug, "Job {JobId} stopped unexpectedly", claim.Job.JobId);
            }
            finally
            {
                _running.TryRemove(claim.Job.JobId, out _);
                done.SetResult();
                signal.Raise();
            }
        }, CancellationToken.None);
    }

    /// <summary>Replicas that were started together do not look together for ever.</summary>
    private static TimeSpan Jitter(TimeSpan poll) => poll * (0.75 + (Random.Shared.NextDouble() / 2));
}
