using RegressionAnalyzer.Api.Storage;

namespace RegressionAnalyzer.Api.Retention;

/// <summary>Takes its turn at the clean-up.</summary>
internal sealed class Sweeper(SweepTurn turn, Sweep sweep, TimeProvider time, ILogger<Sweeper> logger) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // A start has better things to do; and replicas that start together need not all ask at once.
        await Task.Delay(TimeSpan.FromSeconds(Random.Shared.Next(20, 60)), time, stoppingToken);
        using var timer = new PeriodicTimer(Period, time);
        do
        {
            try
            {
                if (turn.TryTake())
                    sweep.Run(stoppingToken);
            }
            catch (Exception trouble) when (trouble.IsStorageTrouble())
            {
                logger.LogWarning("The clean-up did not get through: {Reason}", Errno.Describe(trouble));
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
