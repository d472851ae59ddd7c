using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>Runs the commands of resources.</summary>
public class ResourceCommandService(DistributedApplicationModel model, ResourceNotificationService notifications, ResourceLoggerService loggers, IServiceProvider services)
{
    public Task<ExecuteCommandResult> ExecuteCommandAsync(IResource resource, string commandName, CancellationToken cancellationToken = default) =>
        ExecuteCommandAsync(resource.Name, commandName, cancellationToken);

    /// <param name="resourceId">A resource's name for all of its replicas, or one replica's.</param>
    public async Task<ExecuteCommandResult> ExecuteCommandAsync(string resourceId, string commandName, CancellationToken cancellationToken = default)
    {
        if (Find(resourceId) is not { } resource)
        {
            return CommandResults.Failure($"There is no resource '{resourceId}'. There are: {string.Join(", ", model.Resources.Select(r => r.Name))}.");
        }

        var commands = resource.Annotations.OfType<ResourceCommandAnnotation>().ToList();
        if (commands.LastOrDefault(c => c.Name == commandName) is not { } command)
        {
            return CommandResults.Failure(
                $"'{resourceId}' has no command '{commandName}'. It has: {string.Join(", ", commands.Select(c => c.Name).Distinct())}.");
        }

        var logger = loggers.GetLogger(resourceId);
        try
        {
            return await command.ExecuteCommand(new ExecuteCommandContext
            {
                Services = services,
                ResourceName = resourceId,
                CancellationToken = cancellationToken,
                Logger = logger,
            });
        }
        catch (OperationCanceledException)
        {
            return CommandResults.Canceled();
        }
        catch (Exception exception)
        {
            // A command is somebody's code: whatever it throws is its result.
            logger.LogError(exception, "The command '{Command}' failed.", commandName);
            return CommandResults.Failure(exception);
        }
    }

    private IResource? Find(string resourceId) =>
        model.Resources.TryGetByName(resourceId, out var resource) ? resource
        : notifications.TryGetCurrentState(resourceId, out var known) ? known.Resource
        : null;
}
