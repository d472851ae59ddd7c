using RegressionAnalyzer.Api.Jobs;

namespace RegressionAnalyzer.Api.Results;

/// <summary>Waits for a result, whichever replica makes it: at once when this one does, by looking at the volume when another does.</summary>
internal sealed class ResultWait(ResultStore results, JobQueue jobs, JobSignal signal, IHostApplicationLifetime lifetime, TimeProvider time)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(250);

    public async Task WaitAsync(string jobId, TimeSpan atMost, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        while (true)
        {
            var news = signal.Next;
            var left = atMost - time.GetElapsedTime(began);
            // A replica that stops answers at once: the client asks again and reaches another.
            if (left <= TimeSpan.Zero || lifetime.ApplicationStopping.IsCancellationRequested || results.Exists(jobId) || !jobs.Exists(jobId))
                return;
            await signal.WaitAsync(news, left < Look ? left : Look, cancellationToken);
        }
    }
}
