using System.Collections.Immutable;
using Aspire.Hosting.Dashboard.Telemetry;

namespace Aspire.Hosting.Dashboard.Runs;

/// <summary>How long the spans of one operation took in a run.</summary>
internal sealed record OperationSpread(int Count, int Failed, TimeSpan P50, TimeSpan P90, TimeSpan P99)
{
    /// <param name="spans">At least one.</param>
    public static OperationSpread Of(IReadOnlyCollection<TraceSpan> spans)
    {
        var durations = spans.Select(static span => span.Duration).Order().ToArray();
        return new OperationSpread(spans.Count, spans.Count(static span => span.IsError), At(durations, 0.5), At(durations, 0.9), At(durations, 0.99));
    }

    /// <summary>The shortest that this part of all does not exceed (the nearest rank).</summary>
    private static TimeSpan At(TimeSpan[] sorted, double fraction) => sorted[Math.Max(0, (int)Math.Ceiling(fraction * sorted.Length) - 1)];
}

/// <summary>The same operation of the same resource in two runs.</summary>
/// <param name="Before">Null when it did not happen; so <paramref name="After"/>.</param>
internal sealed record OperationComparison(string Resource, string Name, OperationSpread? Before, OperationSpread? After)
{
    /// <summary>How many times the median of before it takes now.</summary>
    public double? Change => Before is { P50.Ticks: > 0 } before && After is { } after ? after.P50 / before.P50 : null;

    /// <summary>Those that took the most time in all come first.</summary>
    public static ImmutableArray<OperationComparison> Between(TelemetryStore before, TelemetryStore after)
    {
        var (then, now) = (Spreads(before), Spreads(after));
        return
        [
            .. then.Keys.Union(now.Keys)
                .Select(key => new OperationComparison(key.Resource, key.Name, then.GetValueOrDefault(key), now.GetValueOrDefault(key)))
                .OrderByDescending(static o => Math.Max(Weight(o.Before), Weight(o.After)))
                .ThenBy(static o => o.Name, StringComparer.Ordinal),
        ];
    }

    private static double Weight(OperationSpread? spread) => spread is null ? 0 : spread.Count * spread.P50.TotalMilliseconds;

    private static Dictionary<(string Resource, string Name), OperationSpread> Spreads(TelemetryStore store) => store.Traces.Snapshot().All()
        .GroupBy(static span => (span.Resource.Name, span.Name))
        .ToDictionary(static same => same.Key, static same => OperationSpread.Of([.. same]));
}
