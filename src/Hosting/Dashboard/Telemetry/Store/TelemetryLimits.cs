namespace Aspire.Hosting.Dashboard.Telemetry;

/// <summary>How many records of one kind are kept, and how many bytes they may hold; whichever is reached first.</summary>
internal readonly record struct KindLimit(int Count, long Bytes);

/// <summary>How much telemetry is kept in memory. What is over it goes, the oldest first.</summary>
internal sealed record TelemetryLimits
{
    public const string Section = "Dashboard:Telemetry";

    private const long Megabyte = 1024 * 1024;

    public int MaxLogs { get; init; } = 100_000;

    public int MaxLogMegabytes { get; init; } = 64;

    public int MaxSpans { get; init; } = 100_000;

    public int MaxSpanMegabytes { get; init; } = 96;

    public int MaxMetricPoints { get; init; } = 500_000;

    public int MaxMetricMegabytes { get; init; } = 64;

    /// <summary>Further series of metrics are refused, and the sender is told so.</summary>
    public int MaxSeries { get; init; } = 20_000;

    public KindLimit Logs => new(MaxLogs, MaxLogMegabytes * Megabyte);

    public KindLimit Spans => new(MaxSpans, MaxSpanMegabytes * Megabyte);

    public KindLimit Metrics => new(MaxMetricPoints, MaxMetricMegabytes * Megabyte);
}
