namespace RegressionAnalyzer.Manifests;

/// <summary>What a pod asks for and may use, as Kubernetes quantities.</summary>
public sealed record ResourceSettings
{
    public string CpuRequest { get; init; } = "500m";

    public string CpuLimit { get; init; } = "2000m";

    public string MemoryRequest { get; init; } = "512Mi";

    public string MemoryLimit { get; init; } = "2Gi";

    /// <summary>The largest upload in bytes: sizes the temporary folder and the ephemeral storage.</summary>
    public long LargestUploadBytes { get; init; } = 50L * 1024 * 1024;

    /// <summary>Share of the memory limit that the .NET heap may take, in percent; the rest is for native memory, stacks and code.</summary>
    public int HeapPercent { get; init; } = 70;

    /// <summary>
    /// Size of <c>/tmp</c>: four uploads at once, rounded up to a power of two, 64Mi at least.
    /// </summary>
    private long TemporaryMebibytes
    {
        get
        {
            const long Mebibyte = 1024 * 1024;
            var needed = (4 * LargestUploadBytes + Mebibyte - 1) / Mebibyte;
            var size = 64L;
            while (size < needed)
                size *= 2;
            return size;
        }
    }

    /// <summary>The request holds the temporary folder; the limit has the same again for logs and the writable layer.</summary>
    internal string EphemeralRequest => Mebibytes(TemporaryMebibytes);

    internal string EphemeralLimit => Mebibytes(2 * TemporaryMebibytes);

    internal string TemporarySize => Mebibytes(TemporaryMebibytes);

    private static string Mebibytes(long size) => size % 1024 == 0 ? $"{size / 1024}Gi" : $"{size}Mi";
}

/// <summary>The times that make a rollout lose no request, in seconds.</summary>
public sealed record RolloutSettings
{
    /// <summary>How long a new pod must have been ready before the next old one goes.</summary>
    public int MinReadySeconds { get; init; } = 10;

    /// <summary>How long a stopping pod goes on serving before SIGTERM, so that every proxy has taken it out of its list.</summary>
    public int PreStopSleepSeconds { get; init; } = 10;

    /// <summary>How long the host may take to finish requests after SIGTERM.</summary>
    public int HostShutdownSeconds { get; init; } = 30;

    /// <summary>Five seconds more than both: the process has ended by itself before it is killed.</summary>
    internal int TerminationGraceSeconds => PreStopSleepSeconds + HostShutdownSeconds + ExitSeconds;

    internal const int ExitSeconds = 5;
}
