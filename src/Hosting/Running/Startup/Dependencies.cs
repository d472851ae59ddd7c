using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting.Running;

/// <summary>Holds a resource back until those it waits for have come far enough.</summary>
internal sealed class Dependencies(ResourceNotificationService notifications, RunConsole console)
{
    /// <returns>Whether it may start; otherwise it has the state FailedToStart, and the console the reason.</returns>
    public async Task<bool> WaitAsync(RunningResource resource, CancellationToken cancellationToken)
    {
        var waits = resource.Resource.Annotations.OfType<WaitAnnotation>().ToList();
        if (waits.Count == 0)
        {
            return true;
        }

        await Task.WhenAll(resource.Replicas.Select(r => r.Status.WaitingAsync()));
        console.WaitsFor(resource.Resource, string.Join(", ", waits.Select(w => w.Resource.Name).Distinct()));
        var reasons = await Task.WhenAll(waits.Select(w => WaitAsync(w, cancellationToken)));
        if (Array.Find(reasons, r => r is not null) is not { } reason)
        {
            return true;
        }

        console.Fails(resource.Resource.Name, reason);
        await Task.WhenAll(resource.Replicas.Select(r => r.Status.FailedToStartAsync()));
        foreach (var replica in resource.Replicas)
        {
            replica.LeaveOut(reason);
        }

        return false;
    }

    /// <returns>Why there is nothing left to wait for; null when all is well.</returns>
    private async Task<string?> WaitAsync(WaitAnnotation wait, CancellationToken cancellationToken)
    {
        var name = wait.Resource.Name;
        var last = await notifications.WaitForEveryReplicaAsync(
            name, e => IsReached(wait, e.Snapshot) || IsOver(e.Snapshot), $"'{name}' is still waited for", cancellationToken);
        return last.FirstOrDefault(e => !IsReached(wait, e.Snapshot)) is not { } failed ? null
            : wait.WaitType == WaitType.WaitForCompletion
                ? $"It waits for '{name}' to end with exit code {wait.ExitCode}, but it is {failed.Snapshot.State?.Text} with exit code {failed.Snapshot.ExitCode?.ToString() ?? "unknown"}. {console.LastLines(failed.ResourceId)}"
                : $"It waits for '{name}', which is {failed.Snapshot.State?.Text}. See the log of '{name}'.";
    }

    private static bool IsReached(WaitAnnotation wait, CustomResourceSnapshot snapshot) => wait.WaitType switch
    {
        WaitType.WaitForCompletion => IsOver(snapshot) && snapshot.State!.Text != KnownResourceStates.FailedToStart && snapshot.ExitCode == wait.ExitCode,
        WaitType.WaitUntilStarted => snapshot.State?.Text == KnownResourceStates.Running,
        _ => snapshot.HealthStatus == HealthStatus.Healthy,
    };

    private static bool IsOver(CustomResourceSnapshot snapshot) => snapshot.State is { } state && KnownResourceStates.TerminalStates.Contains(state.Text);
}
