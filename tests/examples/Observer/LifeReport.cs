using Microsoft.Extensions.DependencyInjection;

namespace RegressionAnalyzer.Examples.Observer;

/// <summary>Waiting for states, and the addresses that are known then.</summary>
internal static class LifeReport
{
    public static async Task WriteAsync(DistributedApplication application, Model model)
    {
        var notifications = application.ResourceNotifications;
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var healthy = await notifications.WaitForResourceHealthyAsync("service", limit.Token);
        Report.Write("healthy", healthy.Resource.Name, healthy.Snapshot.HealthStatus);
        await notifications.WaitForResourceAsync("service", cancellationToken: limit.Token);
        Report.Write("one of", await notifications.WaitForResourceAsync("service", [KnownResourceStates.Waiting, KnownResourceStates.Running], limit.Token));
        var missing = await notifications.WaitForResourceAsync("unknown", e => e.Snapshot.State?.Text == KnownResourceStates.ValueMissing, limit.Token);
        Report.Write("missing value", missing.ResourceId, missing.Snapshot.State!.Text);
        Report.Write("started by hand", notifications.TryGetCurrentState("job", out var job) ? job.Snapshot.State?.Text : null);
        Report.Write("services", application.Services.GetRequiredService<DistributedApplicationExecutionContext>().ServiceProvider is not null);
        WriteAddresses(model.Service.GetEndpoint("http"));
        Report.Write("states", KnownResourceStates.NotStarted, KnownResourceStates.Starting, KnownResourceStates.Building, KnownResourceStates.Stopping,
            KnownResourceStates.Active, KnownResourceStates.Hidden, KnownResourceStates.RuntimeUnhealthy);
        Report.Write("terminal states", string.Join(",", KnownResourceStates.TerminalStates), KnownResourceStates.Exited, KnownResourceStates.Finished, KnownResourceStates.FailedToStart);
    }

    private static void WriteAddresses(EndpointReference endpoint)
    {
        var allocated = endpoint.EndpointAnnotation.AllocatedEndpoint!;
        Report.Write("address", endpoint.IsAllocated, endpoint.Host, endpoint.Port == allocated.Port, endpoint.Url == allocated.UriString, allocated.UriScheme, allocated.Address,
            allocated.EndPointString == $"localhost:{allocated.Port}", allocated.Endpoint.Name, allocated.TargetPortExpression is null or { Length: > 0 });
    }
}
