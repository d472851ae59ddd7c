namespace Aspire.Hosting.Dashboard.Runs;

/// <summary>A run that has left its telemetry, or the one that is going on.</summary>
/// <param name="Id">The name of its folder; sorts by time.</param>
/// <param name="Name">What somebody has called it, of an imported one.</param>
/// <param name="Ended">When the last of it was written.</param>
public sealed record TelemetryRun(string Id, DateTimeOffset Started, DateTimeOffset Ended, string? Name, long Bytes, bool IsCurrent);
