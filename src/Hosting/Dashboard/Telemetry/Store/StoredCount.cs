namespace Aspire.Hosting.Dashboard.Telemetry;

/// <param name="Received">Since the start, those that have gone included.</param>
internal readonly record struct StoredCount(int Count, long Bytes, long Received);
