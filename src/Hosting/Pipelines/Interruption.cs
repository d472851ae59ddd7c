using System.Runtime.InteropServices;

namespace Aspire.Hosting.Pipelines;

/// <summary>Ctrl+C, SIGTERM, or the caller's token. The first is a request to the steps; a second ends the process at once.</summary>
internal sealed class Interruption : IDisposable
{
    private const int ExitCode = 130;

    private readonly CancellationTokenSource _source;
    private readonly PosixSignalRegistration[] _signals;

    public Interruption(CancellationToken cancellationToken)
    {
        _source = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _signals = [PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal), PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnSignal)];
    }

    public CancellationToken Token => _source.Token;

    /// <summary>Ends when the given time has passed since the interruption.</summary>
    public async Task WaitAsync(TimeSpan patience)
    {
        var interrupted = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = Token.Register(interrupted.SetResult);
        await interrupted.Task;
        await Task.Delay(patience);
    }

    public void Dispose()
    {
        foreach (var signal in _signals)
        {
            signal.Dispose();
        }

        _source.Dispose();
    }

    private void OnSignal(PosixSignalContext context)
    {
        context.Cancel = true;
        if (_source.IsCancellationRequested)
        {
            Environment.Exit(ExitCode);
        }

        _source.Cancel();
    }
}
