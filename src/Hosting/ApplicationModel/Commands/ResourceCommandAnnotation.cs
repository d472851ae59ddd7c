namespace Aspire.Hosting.ApplicationModel;

/// <summary>Something a person can tell a resource to do.</summary>
public sealed class ResourceCommandAnnotation(
    string name, string displayName, Func<ExecuteCommandContext, Task<ExecuteCommandResult>> executeCommand, CommandOptions options) : IResourceAnnotation
{
    public string Name { get; } = name;

    public string DisplayName { get; } = displayName;

    public Func<ExecuteCommandContext, Task<ExecuteCommandResult>> ExecuteCommand { get; } = executeCommand;

    public CommandOptions Options { get; } = options;

    /// <summary>Where it sends a request to, if that is what it does.</summary>
    internal EndpointReference? Endpoint { get; init; }
}
