using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>What a callback may add to the arguments of a process: strings, parameters, endpoints and expressions.</summary>
public sealed class CommandLineArgsCallbackContext(IList<object> args, IResource resource, CancellationToken cancellationToken = default)
{
    /// <summary>For arguments that belong to no resource, whose callbacks do not ask for it.</summary>
    public CommandLineArgsCallbackContext(IList<object> args, CancellationToken cancellationToken = default) : this(args, null!, cancellationToken)
    {
    }

    public IList<object> Args { get; } = args;

    public IResource Resource { get; } = resource;

    public DistributedApplicationExecutionContext ExecutionContext { get; init; } = new(DistributedApplicationOperation.Run);

    public ILogger Logger { get; init; } = NullLogger.Instance;

    public CancellationToken CancellationToken { get; } = cancellationToken;
}

public class CommandLineArgsCallbackAnnotation(Func<CommandLineArgsCallbackContext, Task> callback) : IResourceAnnotation
{
    public CommandLineArgsCallbackAnnotation(Action<IList<object>> callback)
        : this(context =>
        {
            callback(context.Args);
            return Task.CompletedTask;
        })
    {
    }

    public Func<CommandLineArgsCallbackContext, Task> Callback { get; } = callback;

    /// <summary>What it adds, as far as that is known before it is called.</summary>
    internal IReadOnlyCollection<object> Known { get; init; } = [];
}
