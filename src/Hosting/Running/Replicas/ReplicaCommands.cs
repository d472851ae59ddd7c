using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Running;

/// <summary>Start, stop and restart, of a resource as a whole and of one replica, each done only when the state is reached.</summary>
internal static class ReplicaCommands
{
    public static void AddTo(RunningResource resource, ProjectOutput projects)
    {
        Add(resource, KnownResourceCommands.StartCommand, "Start", "Starts what does not run.", isOn: false, async (replicas, cancellationToken) =>
        {
            if (replicas.Count == resource.Replicas.Count)
            {
                await resource.StartAsync(cancellationToken);
            }
            else
            {
                await Task.WhenAll(replicas.Select(r => r.StartAsync(cancellationToken)));
            }
        });
        Add(resource, KnownResourceCommands.StopCommand, "Stop", "Stops what runs.", isOn: true, (replicas, _) => Task.WhenAll(replicas.Select(r => r.StopAsync())));
        Add(resource, KnownResourceCommands.RestartCommand, "Restart", "Stops and starts the replicas one after the other, so that the others keep serving.", isOn: true, RestartAsync);
        if (resource.Resource is ProjectResource project)
        {
            Add(resource, KnownResourceCommands.RebuildCommand, "Rebuild", "Stops the resource, builds its project and starts it.", isOn: null, async (_, cancellationToken) =>
            {
                // All of it: the build writes the files that every replica has open.
                await Task.WhenAll(resource.Replicas.Select(r => r.StopAsync(isFinal: false)));
                await Task.WhenAll(resource.Replicas.Select(r => r.Status.BuildingAsync()));
                try
                {
                    await projects.RebuildAsync(project, cancellationToken);
                }
                catch (DistributedApplicationException)
                {
                    await Task.WhenAll(resource.Replicas.Select(r => r.Status.FailedToStartAsync()));
                    throw;
                }

                await resource.StartAsync(cancellationToken);
            });
        }
    }

    /// <summary>The next replica is stopped only once the one before has requests again.</summary>
    private static async Task RestartAsync(IReadOnlyList<Replica> replicas, CancellationToken cancellationToken)
    {
        foreach (var replica in replicas)
        {
            await replica.StopAsync(isFinal: false);
            await replica.StartAsync(cancellationToken);
            await replica.Ready.WaitAsync(cancellationToken);
        }
    }

    /// <param name="isOn">Whether the command is for what runs or for what does not; null for both.</param>
    private static void Add(
        RunningResource resource, string name, string displayName, string description, bool? isOn, Func<IReadOnlyList<Replica>, CancellationToken, Task> command)
    {
        var options = new CommandOptions
        {
            Description = description,
            IsHighlighted = true,
            UpdateState = context => isOn is null || IsOn(context.ResourceSnapshot) == isOn ? ResourceCommandState.Enabled : ResourceCommandState.Disabled,
        };
        resource.Resource.Annotations.Add(new ResourceCommandAnnotation(name, displayName, async context =>
        {
            // The resource's own name means all of its replicas.
            var one = resource.Replicas.Where(r => r.Id == context.ResourceName).ToList();
            await command(one.Count > 0 ? one : resource.Replicas, context.CancellationToken);
            return CommandResults.Success();
        }, options));
    }

    private static bool IsOn(CustomResourceSnapshot snapshot) =>
        snapshot.State is { } state && state.Text != KnownResourceStates.NotStarted && !KnownResourceStates.TerminalStates.Contains(state.Text);
}
