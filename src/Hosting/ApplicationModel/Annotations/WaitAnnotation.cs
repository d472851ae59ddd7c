namespace Aspire.Hosting.ApplicationModel;

/// <summary>The resource starts only once another one has come so far.</summary>
public sealed class WaitAnnotation(IResource resource, WaitType waitType, int exitCode = 0) : IResourceAnnotation
{
    public IResource Resource { get; } = resource;

    public WaitType WaitType { get; } = waitType;

    /// <summary>For <see cref="WaitType.WaitForCompletion"/>: the exit code that counts as success.</summary>
    public int ExitCode { get; } = exitCode;
}

public enum WaitType
{
    WaitUntilHealthy = 0,
    WaitForCompletion = 1,
    WaitUntilStarted = 2,
}
