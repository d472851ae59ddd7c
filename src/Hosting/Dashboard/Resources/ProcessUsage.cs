using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Dashboard.Resources;

/// <summary>What the replicas' processes use, measured only while somebody looks.</summary>
internal sealed class ProcessUsage(ResourceBoard board, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    private readonly Lock _gate = new();
    private Dictionary<string, Usage> _usages = [];
    private Dictionary<string, (long Timestamp, ProcessSample Sample)> _previous = [];
    private ITimer? _timer;
    private int _watchers;

    public event Action? Changed;

    public Usage? Of(string replicaId)
    {
        lock (_gate)
        {
            return _usages.GetValueOrDefault(replicaId);
        }
    }

    public Usage? Of(IEnumerable<ResourceEvent> replicas)
    {
        var known = replicas.Select(r => Of(r.ResourceId)).OfType<Usage>().ToList();
        return known.Count == 0 ? null : new(known.Any(u => u.Processors is null) ? null : known.Sum(u => u.Processors), known.Sum(u => u.Memory));
    }

    /// <summary>Measures until the result is disposed of.</summary>
    public IDisposable Watch()
    {
        lock (_gate)
        {
            if (_watchers++ == 0)
            {
                _timer = time.CreateTimer(_ => Measure(), null, TimeSpan.Zero, Interval);
            }
        }

        return new Watcher(this);
    }

    public void Dispose() => _timer?.Dispose();

    private void Measure()
    {
        var tree = ProcessTree.Read();
        var now = time.GetTimestamp();
        var samples = new Dictionary<string, (long, ProcessSample)>();
        var usages = new Dictionary<string, Usage>();
        foreach (var replica in board.Groups.SelectMany(g => g.Replicas))
        {
            if (replica.Snapshot.ProcessId() is { } id && tree.Sample(id) is { } sample)
            {
                samples[replica.ResourceId] = (now, sample);
                var before = _previous.GetValueOrDefault(replica.ResourceId);
                usages[replica.ResourceId] = new(sample.ProcessorsSince(before.Sample, time.GetElapsedTime(before.Timestamp, now)), sample.Memory);
            }
        }

        lock (_gate)
        {
            (_previous, _usages) = (samples, usages);
        }

        Changed?.Invoke();
    }

    private void Leave()
    {
        lock (_gate)
        {
            if (--_watchers == 0)
            {
                _timer?.Dispose();
                _timer = null;
            }
        }
    }

    private sealed class Watcher(ProcessUsage usage) : IDisposable
    {
        private int _isDone;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _isDone, 1) == 0)
            {
                usage.Leave();
            }
        }
    }
}

/// <param name="Processors">How many processors were kept busy, 0.5 for half of one; null until there are two measurements.</param>
/// <param name="Memory">Resident bytes.</param>
public sealed record Usage(double? Processors, long Memory);
