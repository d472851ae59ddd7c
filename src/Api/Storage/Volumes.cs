using Microsoft.Extensions.Options;

namespace RegressionAnalyzer.Api.Storage;

/// <summary>The two shared volumes and the folders on them. All state of the service is here; a replica keeps none.</summary>
internal sealed class Volumes(IOptions<StorageOptions> options, IHostEnvironment environment)
{
    /// <summary>How files begin that are written to see whether a volume can be written.</summary>
    public const string Probe = ".probe-";

    public string Data { get; } = options.Value.DataPath;

    public string Output { get; } = options.Value.OutputPath;

    public string Uploads => Path.Combine(Data, "uploads");

    public string Jobs => Path.Combine(Data, "jobs");

    public string Pending => Path.Combine(Data, "pending");

    public string Results => Path.Combine(Output, "results");

    /// <summary>Sees that both volumes are there and can be written, and makes the folders on them.</summary>
    /// <exception cref="VolumeException">One is not; the message says which path, who wanted to write, and the system's reason.</exception>
    public void Prepare()
    {
        // A missing mount must be seen, not papered over by a folder on the container's own disk. A developer's machine has no mounts.
        if (environment.IsDevelopment())
        {
            Guard(Data, "Storage__DataPath", () => Directory.CreateDirectory(Data));
            Guard(Output, "Storage__OutputPath", () => Directory.CreateDirectory(Output));
        }

        CheckData();
        CheckOutput();
    }

    /// <exception cref="VolumeException">The data volume is missing or cannot be written.</exception>
    public void CheckData() => Guard(Data, "Storage__DataPath", () => Open(Data, Uploads, Jobs, Pending));

    /// <exception cref="VolumeException">The output volume is missing or cannot be written.</exception>
    public void CheckOutput() => Guard(Output, "Storage__OutputPath", () => Open(Output, Results));

    /// <summary>Nothing, where a folder of ours was looked into: a record that is not seen because its volume is gone is not a record that is not there.</summary>
    /// <exception cref="DirectoryNotFoundException">The folder itself is gone.</exception>
    public static T? Absent<T>(string folder)
        where T : class => Directory.Exists(folder) ? null : throw new DirectoryNotFoundException($"The folder {folder} is gone.");

    private static void Open(string volume, params ReadOnlySpan<string> folders)
    {
        if (!Directory.Exists(volume))
            throw new DirectoryNotFoundException();
        foreach (var folder in folders)
            Directory.CreateDirectory(folder);
        var probe = Path.Combine(volume, Probe + Id.New());
        WholeFile.WriteNew(probe, "probe"u8);
        File.Delete(probe);
    }

    private static void Guard(string path, string setting, Action work)
    {
        try
        {
            work();
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw new VolumeException(path, setting, trouble);
        }
    }
}
