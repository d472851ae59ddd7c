using RegressionAnalyzer.Api.Storage;

namespace RegressionAnalyzer.Api.Health;

/// <summary>Looks at the volumes every few seconds, so that a health call never waits for a network file system.</summary>
internal sealed class StorageWatch(Volumes volumes, TimeProvider time, ILogger<StorageWatch> logger) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Unresponsive = TimeSpan.FromSeconds(10);
    private static readonly VolumeHealth Fine = new(VolumeHealth.Ok, null);

    private StorageHealth _last = new(Fine, Fine);
    private long _lookedAt = time.GetTimestamp();

    /// <summary>The volumes as last looked at; a look that does not come back is a finding too.</summary>
    public StorageHealth Now => time.GetElapsedTime(Volatile.Read(ref _lookedAt)) < Unresponsive
        ? _last
        : new(_last.Data with { Status = "not responding" }, _last.Output with { Status = "not responding" });

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.Factory.StartNew(() => WatchAsync(stoppingToken), stoppingToken, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap();

    private async Task WatchAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, time);
        do
        {
            var seen = new StorageHealth(Look(volumes.CheckData, volumes.Data), Look(volumes.CheckOutput, volumes.Output));
            if (seen.Data.Status != _last.Data.Status || seen.Output.Status != _last.Output.Status)
                logger.LogWarning("Storage: data volume {Data}, output volume {Output}", seen.Data.Status, seen.Output.Status);
            _last = seen;
            Volatile.Write(ref _lookedAt, time.GetTimestamp());
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private static VolumeHealth Look(Action check, string path)
    {
        try
        {
            check();
            return new(VolumeHealth.Ok, new DriveInfo(path).AvailableFreeSpace);
        }
        catch (VolumeException trouble)
        {
            return new(Errno.Describe(trouble.InnerException!), null);
        }
        catch (Exception trouble) when (trouble.IsStorageTrouble())
        {
            return new(Errno.Describe(trouble), null);
        }
    }
}
