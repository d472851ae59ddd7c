using System.Net.Sockets;
using System.Threading.Channels;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting.Running;

/// <summary>
/// Watches one running replica: tells the notifications how it is, and the proxies whether it may have requests. Without a health check it may
/// as soon as its ports are open.
/// </summary>
internal sealed class HealthMonitor(ResourceNotificationService notifications, HttpHealthProbe probe, RunOptions options)
{
    /// <summary>A late answer counts as none when it is one of so many in a row, as Kubernetes' failureThreshold.</summary>
    private const int LateAnswers = 3;

    /// <param name="wake">Asks for a look before the next one is due.</param>
    /// <param name="onReady">Called at every change, and at the first answer.</param>
    public async Task WatchAsync(
        IResource resource, string replicaId, ReplicaPorts ports, ChannelReader<bool> wake, Action<bool> onReady, CancellationToken cancellationToken)
    {
        var checks = resource.Annotations.OfType<HttpHealthCheckAnnotation>().ToList();
        var wasReady = false;
        var late = 0;
        while (true)
        {
            var reports = await Task.WhenAll(checks.Select(c => probe.AskAsync((IResourceWithEndpoints)resource, c, ports, cancellationToken)));
            cancellationToken.ThrowIfCancellationRequested();
            late = reports.Any(r => r.Status == HealthStatus.Degraded) ? late + 1 : 0;
            var isReady = checks.Count == 0
                ? await IsOpenAsync(resource, ports, cancellationToken)
                : reports.All(r => r.Status == HealthStatus.Healthy || (r.Status == HealthStatus.Degraded && wasReady && late < LateAnswers));
            if (reports.Length > 0)
            {
                await PublishAsync(resource, replicaId, reports);
            }

            // Said again each time: the proxy may have dropped the replica meanwhile.
            onReady(isReady);
            wasReady = isReady;
            await PauseAsync(isReady ? options.HealthInterval : options.FirstHealthInterval, wake, cancellationToken);
        }
    }

    /// <summary>Puts the reports in the place of earlier ones of their names.</summary>
    public Task PublishAsync(IResource resource, string replicaId, IReadOnlyCollection<HealthReportSnapshot> reports)
    {
        if (notifications.TryGetCurrentState(replicaId, out var current) && reports.All(current.Snapshot.HealthReports.Contains))
        {
            return Task.CompletedTask;
        }

        var names = reports.Select(r => r.Name).ToHashSet();
        return notifications.PublishUpdateAsync(
            resource, replicaId, s => s with { HealthReports = [.. s.HealthReports.Where(r => !names.Contains(r.Name)), .. reports] });
    }

    private static async Task<bool> IsOpenAsync(IResource resource, ReplicaPorts ports, CancellationToken cancellationToken)
    {
        foreach (var endpoint in resource.Annotations.OfType<EndpointAnnotation>().Where(EndpointAllocator.IsProxied))
        {
            try
            {
                using var connection = await LoopbackConnection.ConnectAsync(ports[endpoint.Name], cancellationToken);
            }
            catch (SocketException)
            {
                return false;
            }
        }

        return true;
    }

    private static async Task PauseAsync(TimeSpan interval, ChannelReader<bool> wake, CancellationToken cancellationToken)
    {
        using var pause = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        pause.CancelAfter(interval);
        try
        {
            await wake.ReadAsync(pause.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The time has come.
        }
    }
}
