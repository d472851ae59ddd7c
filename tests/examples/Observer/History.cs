using System.Collections.Concurrent;

namespace RegressionAnalyzer.Examples.Observer;

/// <summary>Follows the states of every replica from before the start.</summary>
internal sealed class History : IDisposable
{
    private readonly ConcurrentDictionary<string, List<string>> _states = new();
    private readonly CancellationTokenSource _end = new();
    private readonly Task _following;

    public History(ResourceNotificationService notifications) => _following = FollowAsync(notifications.WatchAsync(_end.Token));

    public void Dispose() => _end.Dispose();

    public async Task WriteAsync()
    {
        await _end.CancelAsync();
        await _following;
        foreach (var (replica, states) in _states.OrderBy(s => s.Key, StringComparer.Ordinal))
        {
            Report.Write(replica, string.Join(" ", states));
        }
    }

    private async Task FollowAsync(IAsyncEnumerable<ResourceEvent> changes)
    {
        try
        {
            await foreach (var change in changes)
            {
                var states = _states.GetOrAdd(change.ResourceId, _ => []);
                if (change.Snapshot.State is { Text: var state } && state != states.LastOrDefault())
                {
                    states.Add(state);
                }
            }
        }
        catch (OperationCanceledException) when (_end.IsCancellationRequested)
        {
            // Asked to end.
        }
    }
}
