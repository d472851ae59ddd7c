using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Aspire.Hosting.Running;

/// <summary>The health checks that the AppHost registered as services and resources name by key; one answer counts for every replica.</summary>
internal sealed class KeyedHealthChecks(IServiceProvider services, HealthMonitor monitor, ResourceNotificationService notifications, RunOptions options)
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(200);

    /// <exception cref="DistributedApplicationException">A key is not registered.</exception>
    public void Refuse(IResource resource)
    {
        if (!Of(resource).Any())
        {
            return;
        }

        var known = services.GetService<IOptions<HealthCheckServiceOptions>>()?.Value.Registrations.Select(r => r.Name).ToList() ?? [];
        foreach (var annotation in Of(resource).Where(h => !known.Contains(h.Key)))
        {
            throw new DistributedApplicationException(
                $"The health check '{annotation.Key}' of '{resource.Name}' is not registered. Add it with builder.Services.AddHealthChecks().AddCheck(\"{annotation.Key}\", …)"
                + $"{(known.Count > 0 ? $"; there are: {string.Join(", ", known)}" : "")}.");
        }
    }

    public async Task WatchAsync(IResource resource, IReadOnlyCollection<string> replicaIds, CancellationToken cancellationToken)
    {
        var keys = Of(resource).Select(h => h.Key).ToHashSet();
        if (keys.Count == 0)
        {
            return;
        }

        var checks = services.GetRequiredService<HealthCheckService>();
        while (true)
        {
            var answer = await checks.CheckHealthAsync(r => keys.Contains(r.Name), cancellationToken);
            var reports = answer.Entries.Select(e => new HealthReportSnapshot(e.Key, e.Value.Status, e.Value.Description, e.Value.Exception?.ToString())).ToList();
            foreach (var replicaId in replicaIds)
            {
                await monitor.PublishAsync(resource, replicaId, reports);
            }

            // A replica that has started again has no answer yet, and is not kept waiting for the next question.
            var pause = answer.Status == HealthStatus.Healthy ? options.HealthInterval : TimeSpan.Zero;
            do
            {
                await Task.Delay(Step, cancellationToken);
                pause -= Step;
            }
            while (pause > TimeSpan.Zero && !replicaIds.Any(id => IsUnanswered(id, keys)));
        }
    }

    /// <summary>Each replica is asked over HTTP by itself.</summary>
    private static IEnumerable<HealthCheckAnnotation> Of(IResource resource) =>
        resource.Annotations.OfType<HealthCheckAnnotation>().Where(c => c is not HttpHealthCheckAnnotation);

    private bool IsUnanswered(string replicaId, HashSet<string> keys) =>
        notifications.TryGetCurrentState(replicaId, out var current) && current.Snapshot.HealthReports.Any(r => r.Status is null && keys.Contains(r.Name));
}
