namespace Aspire.Hosting.Dashboard.Runs;

/// <summary>What of past runs is kept, and where.</summary>
internal sealed record RunSettings
{
    public const string Section = "Dashboard:Runs";

    private const int Megabyte = 1024 * 1024;

    /// <summary>Relative to the AppHost; in obj, so that a clean build is a clean slate and no repository takes it in.</summary>
    public string Folder { get; init; } = Path.Combine("obj", "telemetry");

    /// <summary>The latest; 0 keeps none, and writes nothing.</summary>
    public int Most { get; init; } = 10;

    /// <summary>Of one run; its oldest goes first.</summary>
    public int MaxMegabytes { get; init; } = 128;

    /// <summary>A file of a run is closed at this size: what goes, goes as a file.</summary>
    public int SegmentMegabytes { get; init; } = 8;

    public long MaxBytes => (long)MaxMegabytes * Megabyte;

    public long SegmentBytes => Math.Min((long)SegmentMegabytes * Megabyte, Math.Max(1, MaxBytes / 2));
}
