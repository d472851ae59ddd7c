using System.Runtime.InteropServices;

namespace Aspire.Hosting.Running;

/// <summary>A second Ctrl+C while things stop in order: whoever pressed it does not want to wait for that.</summary>
internal sealed class Impatience(bool isListening)
{
    /// <param name="onSecond">Ends everything at once.</param>
    public IDisposable? Listen(RunConsole console, Action onSecond)
    {
        if (!isListening)
        {
            return null;
        }

        console.Stops();
        return PosixSignalRegistration.Create(PosixSignal.SIGINT, signal =>
        {
            signal.Cancel = true;
            onSecond();
        });
    }
}
