using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Aspire.Hosting.Dashboard.Telemetry;

[Flags]
internal enum TelemetryKinds
{
    None = 0,
    Logs = 1,
    Traces = 2,
    Metrics = 4,
    Resources = 8,
    All = Logs | Traces | Metrics | Resources,
}

/// <summary>Tells pages that there is something new, never faster than they want to hear it, however fast it comes.</summary>
internal sealed class TelemetryChanges(TimeProvider time)
{
    public static readonly TimeSpan PageInterval = TimeSpan.FromMilliseconds(300);

    private ImmutableArray<Watcher> _watchers = [];

    public void Report(TelemetryKinds kinds)
    {
        foreach (var watcher in _watchers)
        {
            if ((watcher.Kinds & kinds) != 0)
                watcher.Signal.Writer.TryWrite(true);
        }
    }

    /// <summary>
    /// One item as soon as something has changed since the watch began or since the last item, and none within <paramref name="atLeast"/> of it.
    /// A reader that is slow gets fewer.
    /// </summary>
    /// <param name="atOnce">The first item comes without a change: for what is there already.</param>
    public async IAsyncEnumerable<bool> WatchAsync(
        TelemetryKinds kinds, TimeSpan atLeast, bool atOnce, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var watcher = new Watcher(kinds);
        ImmutableInterlocked.Update(ref _watchers, static (all, one) => all.Add(one), watcher);
        if (atOnce)
            watcher.Signal.Writer.TryWrite(true);
        try
        {
            while (await watcher.Signal.Reader.WaitToReadAsync(cancellationToken))
            {
                watcher.Signal.Reader.TryRead(out _);
                yield return true;
                await Task.Delay(atLeast, time, cancellationToken);
            }
        }
        finally
        {
            ImmutableInterlocked.Update(ref _watchers, static (all, one) => all.Remove(one), watcher);
        }
    }

    public IAsyncEnumerable<bool> WatchAsync(TelemetryKinds kinds, TimeSpan atLeast, CancellationToken cancellationToken = default) =>
        WatchAsync(kinds, atLeast, atOnce: false, cancellationToken);

    private sealed class Watcher(TelemetryKinds kinds)
    {
        public TelemetryKinds Kinds => kinds;

        /// <summary>Room for one: that it is full says already that something has changed.</summary>
        public Channel<bool> Signal { get; } = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    }
}
