using System.Collections.Concurrent;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Dashboard.ConsoleLogs;

/// <summary>What every replica has written, in the one order in which it came. A source that writes much pushes out its own oldest lines, not another's.</summary>
internal sealed class ConsoleArchive(ResourceNotificationService notifications, ResourceLoggerService logs, TimeProvider time) : BackgroundService
{
    /// <summary>As many as the AppHost keeps of each; the texts are the same objects.</summary>
    public const int LinesOfOneSource = 10_000;

    private readonly ConcurrentDictionary<string, Queue<ConsoleLine>> _sources = new(StringComparer.OrdinalIgnoreCase);
    private readonly Lock _gate = new();
    private long _last;

    /// <summary>The number of the newest line.</summary>
    public long Last => Volatile.Read(ref _last);

    /// <summary>The newest lines after one that was seen, in order.</summary>
    /// <param name="sources">Resources' and replicas' names; all when empty.</param>
    /// <param name="search">Only lines that contain it, in whatever case; all when empty.</param>
    public IReadOnlyList<ConsoleLine> Read(IReadOnlyCollection<string> sources, string search, long after, int most)
    {
        lock (_gate)
        {
            return
            [
                .. _sources.Where(s => sources.Count == 0 || sources.Contains(s.Key, StringComparer.OrdinalIgnoreCase))
                    .SelectMany(s => s.Value.Where(line => line.Sequence > after && (search.Length == 0 || AnsiText.Plain(line.Text).Contains(search, StringComparison.OrdinalIgnoreCase))).TakeLast(most))
                    .OrderBy(line => line.Sequence)
                    .TakeLast(most),
            ];
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var change in notifications.WatchAsync(stoppingToken))
        {
            Follow(change.ResourceId, stoppingToken);
            if (change.Resource is not ParameterResource)
            {
                // What the AppHost says of a resource as a whole.
                Follow(change.Resource.Name, stoppingToken);
            }
        }
    }

    private void Follow(string source, CancellationToken stop)
    {
        if (_sources.TryAdd(source, new Queue<ConsoleLine>()))
        {
            _ = KeepAsync(source, stop);
        }
    }

    private async Task KeepAsync(string source, CancellationToken stop)
    {
        try
        {
            await foreach (var batch in logs.WatchAsync(source).WithCancellation(stop))
            {
                Keep(source, batch);
            }
        }
        catch (OperationCanceledException)
        {
            // The AppHost ends.
        }
    }

    private void Keep(string source, IReadOnlyList<LogLine> batch)
    {
        var now = time.GetUtcNow().UtcDateTime;
        lock (_gate)
        {
            var kept = _sources[source];
            foreach (var line in batch)
            {
                kept.Enqueue(new ConsoleLine(++_last, now, source, line.Content, line.IsErrorMessage));
                if (kept.Count > LinesOfOneSource)
                {
                    kept.Dequeue();
                }
            }
        }
    }
}
