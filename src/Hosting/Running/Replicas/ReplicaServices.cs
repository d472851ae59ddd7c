using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Running;

/// <summary>What every replica of an application shares.</summary>
internal sealed record ReplicaServices(
    ReplicaLaunch Launch,
    HealthMonitor Health,
    Watchdog Watchdog,
    RunOptions Options,
    RunConsole Console,
    ResourceNotificationService Notifications,
    ResourceLoggerService Logs);
