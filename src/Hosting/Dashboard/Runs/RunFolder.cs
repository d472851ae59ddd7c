using System.Globalization;
using System.Text;
using Google.Protobuf;

namespace Aspire.Hosting.Dashboard.Runs;

/// <summary>The folder that holds a folder for each run.</summary>
internal sealed class RunFolder(string path, RunSettings settings)
{
    private const string TimeFormat = "yyyyMMdd-HHmmss-fff";

    /// <summary>A name for a new run: its time, and what tells it from others of the same moment.</summary>
    public static string NewId(DateTimeOffset now, string suffix) =>
        $"{now.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture)}-{suffix}";

    public string PathOf(string id) => Path.Combine(path, id);

    /// <summary>The latest first.</summary>
    public IReadOnlyList<TelemetryRun> List(string? current) => !Directory.Exists(path) ? [] :
    [
        .. new DirectoryInfo(path).EnumerateDirectories()
            .Select(folder => Read(folder, current)).OfType<TelemetryRun>()
            .OrderByDescending(static run => run.Id, StringComparer.Ordinal),
    ];

    /// <summary>Of a run that is being written also what is there already.</summary>
    public IEnumerable<IMessage> Read(string id)
    {
        var files = Directory.Exists(PathOf(id)) ? Directory.GetFiles(PathOf(id), "*" + RunJournal.Extension) : [];
        foreach (var file in files.Order(StringComparer.Ordinal))
        {
            FileStream stream;
            try
            {
                stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            }
            catch (FileNotFoundException)
            {
                // It was the oldest, and had to go meanwhile.
                continue;
            }

            using (stream)
            {
                foreach (var request in RunFrame.ReadAll(stream))
                    yield return request;
            }
        }
    }

    /// <summary>Removes the oldest of what is over the limit. What somebody else removes at the same time is removed.</summary>
    public void Prune(string? current)
    {
        foreach (var run in List(current).Where(static run => !run.IsCurrent).Skip(Math.Max(0, settings.Most - 1)))
        {
            try
            {
                Directory.Delete(PathOf(run.Id), recursive: true);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // The next run tries again.
            }
        }
    }

    /// <summary>Letters, digits and a few more of a name that somebody gave.</summary>
    public static string Suffix(string name)
    {
        var suffix = new StringBuilder("i-");
        foreach (var c in name.Take(60))
            suffix.Append(char.IsAsciiLetterOrDigit(c) ? c : '-');
        return suffix.ToString();
    }

    /// <summary>Null for a folder that is none of ours.</summary>
    private static TelemetryRun? Read(DirectoryInfo folder, string? current)
    {
        if (folder.Name.Length <= TimeFormat.Length + 1
            || !DateTime.TryParseExact(
                folder.Name[..TimeFormat.Length], TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var started))
        {
            return null;
        }

        var suffix = folder.Name[(TimeFormat.Length + 1)..];
        try
        {
            var files = folder.GetFiles("*" + RunJournal.Extension);
            return new TelemetryRun(
                folder.Name,
                new DateTimeOffset(started),
                files.Select(static f => new DateTimeOffset(f.LastWriteTimeUtc)).Append(new DateTimeOffset(started)).Max(),
                suffix.StartsWith("i-", StringComparison.Ordinal) ? suffix[2..] : null,
                files.Sum(static f => f.Length),
                folder.Name == current);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
