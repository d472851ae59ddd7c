using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Running;

/// <summary>Ends the application when a part of it cannot be started at all: the person mends it and starts again.</summary>
/// <param name="isStopped">Not under test, where the test reads the resource's state instead.</param>
internal sealed class RunFailures(IHostApplicationLifetime lifetime, bool isStopped)
{
    /// <exception cref="DistributedApplicationException">A program that is needed at once is not on this machine.</exception>
    public void RefuseWhatIsMissing(IEnumerable<IResource> resources)
    {
        if (isStopped)
        {
            foreach (var executable in resources.OfType<ExecutableResource>().Where(ExecutableFile.IsNeededAtStart))
            {
                _ = ExecutableFile.Find(executable);
            }
        }
    }

    /// <summary>Whether the application ends because of one.</summary>
    public bool End { get; private set; }

    public void Stop()
    {
        if (isStopped)
        {
            End = true;
            Environment.ExitCode = 1;
            // Not while it still starts: the host would throw that at whoever started it.
            lifetime.ApplicationStarted.Register(lifetime.StopApplication);
        }
    }
}
