using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace RegressionAnalyzer.Bench.Telemetry;

/// <summary>How long things took, by their names.</summary>
internal sealed class Timings
{
    private readonly ConcurrentDictionary<string, ConcurrentBag<double>> _milliseconds = new();

    public void Add(string name, double milliseconds) => _milliseconds.GetOrAdd(name, static _ => []).Add(milliseconds);

    public async Task TakeAsync(string name, Func<Task> what)
    {
        var started = Stopwatch.GetTimestamp();
        await what();
        Add(name, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
    }

    public string Rows(string prefix) => string.Join('\n', _milliseconds.OrderBy(static t => t.Key, StringComparer.Ordinal).Select(t =>
    {
        var sorted = t.Value.Order().ToArray();
        return string.Create(CultureInfo.InvariantCulture,
            $"| {prefix}{t.Key} ({sorted.Length} times) | {At(sorted, 0.5):0.0} | {At(sorted, 0.99):0.0} | {sorted[^1]:0.0} |");
    }));

    private static double At(double[] sorted, double share) => sorted[(int)((sorted.Length - 1) * share)];
}
