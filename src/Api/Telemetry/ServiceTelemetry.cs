using System.Diagnostics;
using System.Diagnostics.Metrics;
using RegressionAnalyzer.Api.Jobs;
using RegressionAnalyzer.Api.Storage;

namespace RegressionAnalyzer.Api.Telemetry;

/// <summary>What a person would look at, and be woken by: jobs that wait, run, fail, how long stages take, bytes taken in, space left.</summary>
internal sealed class ServiceTelemetry : IDisposable
{
    /// <summary>The name of the source and of the meter; ServiceDefaults listens to all that begin so.</summary>
    public const string Name = "RegressionAnalyzer.Api";

    private readonly Meter _meter = new(Name);
    private readonly Counter<long> _uploaded;
    private readonly UpDownCounter<long> _running;
    private readonly Histogram<double> _jobs;
    private readonly Histogram<double> _stages;

    public ServiceTelemetry(JobQueue jobs, Volumes volumes, TimeProvider time)
    {
        var stored = new StoredBytes(volumes, time);
        _uploaded = _meter.CreateCounter<long>("regression_analyzer.uploads.bytes", "By", "Bytes of tables taken in");
        _running = _meter.CreateUpDownCounter<long>("regression_analyzer.jobs.running", "{job}", "Jobs this replica runs");
        _jobs = _meter.CreateHistogram<double>("regression_analyzer.jobs.duration", "s", "Time from a job's claim to its end, by outcome");
        _stages = _meter.CreateHistogram<double>("regression_analyzer.jobs.stage.duration", "s", "Time a job spends in a stage");
        _meter.CreateObservableGauge("regression_analyzer.jobs.pending", () => Safely(() => jobs.Pending().LongCount()), "{job}", "Jobs of all replicas that are not done");
        _meter.CreateObservableGauge("regression_analyzer.storage.free", () => new[] { Free("data", volumes.Data), Free("output", volumes.Output) }.SelectMany(static free => free),
            "By", "Space left on a volume");
        _meter.CreateObservableGauge("regression_analyzer.storage.used",
            () => Safely(() => stored.Count().Data, "data").Concat(Safely(() => stored.Count().Output, "output")),
            "By", "What lies on a volume, counted every few minutes");
    }

    public static ActivitySource Traces { get; } = new(Name);

    public void Uploaded(long bytes) => _uploaded.Add(bytes);

    public void Started() => _running.Add(1);

    public void Ended(string outcome, TimeSpan after)
    {
        _running.Add(-1);
        _jobs.Record(after.TotalSeconds, new KeyValuePair<string, object?>("outcome", outcome));
    }

    public void Passed(string stage, TimeSpan after) => _stages.Record(after.TotalSeconds, new KeyValuePair<string, object?>("stage", stage));

    public void Dispose() => _meter.Dispose();

    private static IEnumerable<Measurement<long>> Free(string volume, string path) =>
        Safely(() => new DriveInfo(path).AvailableFreeSpace, volume);

    private static IEnumerable<Measurement<long>> Safely(Func<long> measure, string volume) =>
        Safely(measure).Select(found => new Measurement<long>(found.Value, new KeyValuePair<string, object?>("volume", volume)));

    /// <summary>No measurement while the storage is in trouble: the gap is the finding.</summary>
    private static IEnumerable<Measurement<long>> Safely(Func<long> measure)
    {
        try
        {
            return [new(measure())];
        }
        catch (Exception trouble) when (trouble.IsStorageTrouble())
        {
            return [];
        }
    }
}
