using System.Runtime.InteropServices;

namespace Aspire.Hosting.Running;

/// <summary>Ctrl+C: after the first the host stops things in order; whoever presses it again does not want to wait for that.</summary>
internal sealed class Impatience(RunConsole console, bool isListening)
{
    private int _pressed;

    /// <param name="onSecond">Ends everything at once.</param>
    public IDisposable? Listen(Action onSecond) => !isListening ? null : PosixSignalRegistration.Create(PosixSignal.SIGINT, signal =>
    {
        signal.Cancel = true;
        if (Interlocked.Increment(ref _pressed) == 1)
        {
            console.Stops();
        }
        else
        {
            onSecond();
        }
    });
}
