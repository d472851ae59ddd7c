namespace Aspire.Hosting.ApplicationModel;

/// <summary>A program of the machine that is run.</summary>
public class ExecutableResource(string name, string command, string workingDirectory)
    : Resource(name), IResourceWithEnvironment, IResourceWithArgs, IResourceWithEndpoints, IResourceWithWaitSupport,
      IResourceWithProbes, IComputeResource
{
    public string Command { get; } = command ?? throw new ArgumentNullException(nameof(command));

    public string WorkingDirectory { get; } = workingDirectory ?? throw new ArgumentNullException(nameof(workingDirectory));
}
