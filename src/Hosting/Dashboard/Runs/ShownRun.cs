using Aspire.Hosting.Dashboard.Telemetry;

namespace Aspire.Hosting.Dashboard.Runs;

/// <summary>The run whose telemetry one browser's pages show: the present one until the person opens another, which is there to read only.</summary>
internal sealed class ShownRun(TelemetryRuns runs, TimeProvider time)
{
    private DateTimeOffset _end;

    public event Action? Changed;

    /// <summary>Null for the present one.</summary>
    public TelemetryRun? Past { get; private set; }

    public TelemetryStore Store { get; private set; } = runs.Current;

    /// <summary>For a past run the moment of the last that it heard.</summary>
    public DateTimeOffset Now => Past is null ? time.GetUtcNow() : _end;

    /// <summary>False when there is no such run.</summary>
    public async Task<bool> OpenAsync(string id, CancellationToken cancellationToken)
    {
        if (id == Past?.Id)
            return true;
        if (runs.List().FirstOrDefault(run => run.Id == id) is not { } run || await runs.OpenAsync(id, cancellationToken) is not { } store)
            return false;

        (Past, Store, _end) = (run.IsCurrent ? null : run, store, EndOf(store) ?? run.Ended);
        Changed?.Invoke();
        return true;
    }

    public void ShowPresent()
    {
        (Past, Store) = (null, runs.Current);
        Changed?.Invoke();
    }

    private static DateTimeOffset? EndOf(TelemetryStore store) =>
        store.Metrics.Snapshot() is { Parts.Count: > 0 and var parts } metrics ? metrics.LatestUpTo(parts - 1).Time : null;
}
