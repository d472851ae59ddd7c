using System.Diagnostics;
using System.Text.Json;

namespace RegressionAnalyzer.Bench.Telemetry;

/// <summary>What scripts ask the dashboard, and what a client asks the service that runs beside it.</summary>
internal sealed class Questions : IDisposable
{
    private static readonly (string Name, string Path)[] OfTheApi =
    [
        ("the newest 100 logs", "logs"),
        ("logs found by a field and a level", "logs?search=order:7 severity:>=info"),
        ("logs found by a word that none has", "logs?search=nowhere"),
        ("the newest 100 traces", "traces"),
        ("traces found by their status", "traces?search=status:500"),
        ("a metric's percentiles over five minutes", "metrics/http.server.request.duration?by=none"),
    ];

    private readonly HttpClient _api;
    private readonly HttpClient _service;

    public Questions(AppHost appHost)
    {
        _api = new HttpClient { BaseAddress = appHost.Http, DefaultRequestHeaders = { { "x-otlp-api-key", AppHost.Key } } };
        _service = new HttpClient { BaseAddress = appHost.Service };
    }

    public Task AskApiAsync(Timings timings, TimeSpan duration) => RepeatAsync(duration, TimeSpan.FromMilliseconds(500), async round =>
    {
        var (name, path) = OfTheApi[round % OfTheApi.Length];
        await timings.TakeAsync(name, () => _api.GetByteArrayAsync($"/api/telemetry/{path}"));
    });

    /// <summary>Through the AppHost's own proxy, as its clients do.</summary>
    public Task AskServiceAsync(Timings timings, TimeSpan duration) => RepeatAsync(
        duration, TimeSpan.FromMilliseconds(20), _ => timings.TakeAsync("health", () => _service.GetByteArrayAsync("/api/v1/health")));

    /// <summary>How many of the records of the last second there are.</summary>
    public async Task<int> ReceivedAsync()
    {
        using var answer = JsonDocument.Parse(await _api.GetByteArrayAsync("/api/telemetry/logs?limit=10000&search=shelf"));
        var times = answer.RootElement.GetProperty("logs").EnumerateArray().Select(static log => log.GetProperty("time").GetDateTimeOffset()).ToList();
        return times.Count(time => time > times.Max() - TimeSpan.FromSeconds(1));
    }

    public void Dispose()
    {
        _api.Dispose();
        _service.Dispose();
    }

    private static async Task RepeatAsync(TimeSpan duration, TimeSpan pause, Func<int, Task> what)
    {
        var started = Stopwatch.GetTimestamp();
        for (var round = 0; Stopwatch.GetElapsedTime(started) < duration; round++)
        {
            await what(round);
            await Task.Delay(pause);
        }
    }
}
