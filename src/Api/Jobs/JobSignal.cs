namespace RegressionAnalyzer.Api.Jobs;

/// <summary>Wakes whoever in this process waits for a job to come or to end. What happens in other replicas is only seen on the volumes.</summary>
internal sealed class JobSignal(TimeProvider time)
{
    private TaskCompletionSource _next = New();

    /// <summary>The next signal. Take it before looking, wait for it after, and none is missed.</summary>
    public Task Next => Volatile.Read(ref _next).Task;

    public void Raise() => Interlocked.Exchange(ref _next, New()).SetResult();

    /// <summary>Waits for a signal taken before, but no longer than given.</summary>
    public async Task WaitAsync(Task signal, TimeSpan atMost, CancellationToken cancellationToken)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(signal, Task.Delay(atMost, time, over.Token));
        await over.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
