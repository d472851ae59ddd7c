using System.Diagnostics;

namespace Aspire.Hosting.Pipelines;

/// <summary>A task's lines on the console. One that ends at once takes one line; one that takes time is also announced.</summary>
internal sealed class ReportingTask : IReportingTask
{
    private static readonly TimeSpan Announcement = TimeSpan.FromMilliseconds(500);

    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly string _step;
    private readonly PipelineConsole _console;
    private readonly Timer _announce;
    private string _status;
    private int _completed;

    public ReportingTask(string step, string status, PipelineConsole console)
    {
        _step = step;
        _status = status;
        _console = console;
        _announce = new Timer(_ => Announce(), null, Announcement, Timeout.InfiniteTimeSpan);
    }

    public Task UpdateAsync(string statusText, CancellationToken cancellationToken = default)
    {
        _status = statusText;
        Announce();
        return Task.CompletedTask;
    }

    public Task CompleteAsync(
        string? completionMessage = null, CompletionState completionState = CompletionState.Completed, CancellationToken cancellationToken = default)
    {
        if (Interlocked.Exchange(ref _completed, 1) == 0)
        {
            _announce.Dispose();
            var text = $"{completionMessage ?? _status} {PipelineConsole.Took(_clock.Elapsed)}";
            if (completionState is CompletionState.Completed or CompletionState.InProgress)
            {
                _console.Say(_step, text);
            }
            else
            {
                _console.Warn(_step, text);
            }
        }

        return Task.CompletedTask;
    }

    /// <summary>A task that was left without a word ended with its step: by an exception, which the step reports.</summary>
    public ValueTask DisposeAsync()
    {
        Interlocked.Exchange(ref _completed, 1);
        return _announce.DisposeAsync();
    }

    private void Announce()
    {
        if (Volatile.Read(ref _completed) == 0)
        {
            _console.Say(_step, $"{_status} …");
        }
    }
}
