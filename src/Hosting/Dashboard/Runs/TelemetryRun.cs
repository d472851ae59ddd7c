namespace Aspire.Hosting.Dashboard.Runs;

/// <summary>A run that has left its telemetry, or the one that is going on.</summary>
/// <param name="Id">The name of its folder; sorts by time.</param>
/// <param name="Name">What somebody has called it, of an imported one.</param>
internal sealed record TelemetryRun(string Id, DateTimeOffset Started, string? Name, long Bytes, bool IsCurrent);
