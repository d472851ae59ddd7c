using System.Collections.Immutable;
using System.Diagnostics;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Running;

/// <summary>Tells everyone who watches how one replica stands.</summary>
internal sealed class ReplicaStatus(IResource resource, string id, ResourceNotificationService notifications)
{
    private long _started = Stopwatch.GetTimestamp();

    public TimeSpan SinceStart => Stopwatch.GetElapsedTime(_started);

    /// <summary>Before anything happens: so that whoever waits for the resource waits for each of its replicas.</summary>
    public Task ExpectAsync(string state) => notifications.PublishUpdateAsync(resource, id, s => s with { State = state, HealthReports = Unanswered() });

    public Task WaitingAsync() => ToAsync(KnownResourceStates.Waiting);

    public Task BuildingAsync() => ToAsync(KnownResourceStates.Building);

    public Task StartingAsync()
    {
        _started = Stopwatch.GetTimestamp();
        return notifications.PublishUpdateAsync(
            resource, id, s => s with { State = KnownResourceStates.Starting, HealthReports = Unanswered(), StartTimeStamp = null, StopTimeStamp = null });
    }

    public Task RunningAsync(int processId, ProcessCommand command, ReplicaPorts ports) => notifications.PublishUpdateAsync(resource, id, s => s with
    {
        State = KnownResourceStates.Running,
        ExitCode = null,
        StartTimeStamp = DateTime.UtcNow,
        Urls = ResourceUrls.Of(resource, ports),
        EnvironmentVariables = [.. command.Environment.Select(v => new EnvironmentVariableSnapshot(v.Key, v.Value, IsFromSpec: true))],
        Properties = With(
            s.Properties,
            new(ResourceProperty.ProcessId, processId),
            new(ResourceProperty.Command, command.FileName),
            new(ResourceProperty.WorkingDirectory, command.WorkingDirectory)),
    });

    public Task RestartingAsync(int exitCode, int attempt) => notifications.PublishUpdateAsync(resource, id, s => s with
    {
        State = KnownResourceStates.Starting,
        ExitCode = exitCode,
        HealthReports = Unanswered(),
        StopTimeStamp = DateTime.UtcNow,
        Properties = With(s.Properties, new ResourcePropertySnapshot(ResourceProperty.Restarts, attempt)),
    });

    public Task StoppingAsync() => ToAsync(KnownResourceStates.Stopping);

    public Task ExitedAsync() => EndAsync(KnownResourceStates.Exited, null);

    public Task FinishedAsync(int exitCode) => EndAsync(KnownResourceStates.Finished, exitCode);

    public Task FailedToStartAsync() => EndAsync(KnownResourceStates.FailedToStart, null);

    public Task GivenUpAsync(int exitCode, bool wasReady) => EndAsync(wasReady ? KnownResourceStates.Exited : KnownResourceStates.FailedToStart, exitCode);

    private Task ToAsync(string state) => notifications.PublishUpdateAsync(resource, id, s => s with { State = state });

    private Task EndAsync(string state, int? exitCode) => notifications.PublishUpdateAsync(
        resource, id, s => s with { State = state, ExitCode = exitCode ?? s.ExitCode, StopTimeStamp = DateTime.UtcNow });

    private ImmutableArray<HealthReportSnapshot> Unanswered() =>
    [
        .. resource.Annotations.OfType<HealthCheckAnnotation>().Select(c => new HealthReportSnapshot(c.Key, null, null, null)),
    ];

    private static ImmutableArray<ResourcePropertySnapshot> With(
        ImmutableArray<ResourcePropertySnapshot> properties, params ResourcePropertySnapshot[] changed) =>
        [.. properties.Where(p => !changed.Any(c => c.Name == p.Name)), .. changed];
}
