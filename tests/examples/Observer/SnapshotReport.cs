using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace RegressionAnalyzer.Examples.Observer;

/// <summary>A replica's snapshot in full, and that of a resource whose states are the model's to say.</summary>
internal static class SnapshotReport
{
    public static async Task WriteAsync(DistributedApplication application, Model model)
    {
        var notifications = application.ResourceNotifications;
        Write(notifications.TryGetCurrentState("service-1", out var replica) ? replica.Snapshot : throw new InvalidOperationException("There is no service-1."));
        await notifications.PublishUpdateAsync(model.Drawer.Resource, before => before with
        {
            ResourceType = "Piece of furniture",
            State = new ResourceStateSnapshot(KnownResourceStates.Active, "success"),
            ExitCode = 7,
            Properties = [new ResourcePropertySnapshot("key", "under the mat") { IsSensitive = true }],
            Urls = [new UrlSnapshot("front", "https://example.com/drawer", IsInternal: false) { DisplayProperties = new UrlDisplayPropertiesSnapshot("Front", SortOrder: 1) }],
            CreationTimeStamp = DateTime.UnixEpoch,
            StartTimeStamp = DateTime.UnixEpoch.AddSeconds(1),
            StopTimeStamp = DateTime.UnixEpoch.AddSeconds(2),
        });
        await notifications.PublishUpdateAsync(model.Drawer.Resource, "drawer-left", before => before with { State = KnownResourceStates.Hidden });
        var drawer = (await notifications.WaitForResourceAsync("drawer", e => e.Snapshot.State?.Text == KnownResourceStates.Active)).Snapshot;
        Report.Write("drawer", drawer.ResourceType, drawer.State!.Text, drawer.State.Style, drawer.ExitCode, drawer.Properties[0].IsSensitive, drawer.Urls[0].DisplayProperties.DisplayName, drawer.Urls[0].DisplayProperties.SortOrder,
            drawer.StartTimeStamp - drawer.CreationTimeStamp, drawer.StopTimeStamp - drawer.StartTimeStamp);
        Report.Write("relations", string.Join(",", drawer.Relationships.Select(r => $"{r.Type} {r.ResourceName}")));
    }

    private static void Write(CustomResourceSnapshot now)
    {
        Report.Write("snapshot", now.ResourceType, now.State!.Text, now.State.Style, now.ExitCode, now.HealthStatus, now.CreationTimeStamp <= now.StartTimeStamp, now.StopTimeStamp);
        Report.Write("reports", string.Join(",", now.HealthReports.OrderBy(r => r.Name).Select(r => $"{r.Name} {r.Status == HealthStatus.Healthy} {r.Description} {r.ExceptionText}")));
        Report.Write("variables", string.Join(",", now.EnvironmentVariables.Where(v => v.Name is "MODE" or "GREETING" && v.IsFromSpec).OrderBy(v => v.Name).Select(v => $"{v.Name}={v.Value}")));
        Report.Write("urls", string.Join(",", now.Urls.Select(u => $"{u.Name ?? "link"} {u.IsInternal} {u.DisplayProperties.DisplayName} {new Uri(u.Url).Host}")));
        Report.Write("volumes", string.Join(",", now.Volumes.Select(v => $"{v.Source} {v.Target} {v.MountType} {v.IsReadOnly}")));
        Report.Write("properties", string.Join(",", now.Properties.Select(p => $"{p.Name} {p.Value is not null} {p.IsSensitive}")));
        foreach (var c in now.Commands)
        {
            Report.Write("command", c.Name, c.DisplayName, c.DisplayDescription, c.State, c.IsHighlighted);
        }
    }
}
