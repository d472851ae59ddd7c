using RegressionAnalyzer.Api.Storage;

namespace RegressionAnalyzer.Api.Telemetry;

/// <summary>What lies on the volumes. Counting walks through every file, over a network at that: it is done when somebody asks, and not again for minutes.</summary>
internal sealed class StoredBytes(Volumes volumes, TimeProvider time)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(5);

    private readonly Lock _counting = new();
    private (long Data, long Output)? _last;
    private long _at;

    public (long Data, long Output) Count()
    {
        lock (_counting)
        {
            if (_last is not { } last || time.GetElapsedTime(_at) >= Fresh)
                (_last, _at) = (last = (Sum(volumes.Data), Sum(volumes.Output)), time.GetTimestamp());
            return last;
        }
    }

    private static long Sum(string folder) => new DirectoryInfo(folder)
        .EnumerateFiles("*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true })
        .Sum(static file => file.Exists ? file.Length : 0); // files come and go meanwhile
}
