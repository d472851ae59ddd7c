using System.Security.Cryptography;
using System.Text;

namespace Aspire.Hosting.Publishing;

/// <summary>
/// New content is written whole into a folder beside the old one and then renamed into its place, so that whoever reads or interrupts finds the old
/// or the new, and nothing half-written.
/// </summary>
internal sealed class StagedFolder : IDisposable
{
    /// <summary>The one that .gitignore knows.</summary>
    private const string Ending = ".publishing";

    private static readonly TimeSpan Abandoned = TimeSpan.FromHours(1);

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly string _target;
    private readonly string _stage;

    /// <param name="target">The folder to write to; it is made where there is none.</param>
    public StagedFolder(string target)
    {
        _target = Directory.CreateDirectory(target).FullName;
        _stage = Directory.CreateDirectory(Path.Combine(_target, $".{Path.GetRandomFileName()}{Ending}")).FullName;
    }

    /// <param name="mode">Who may read it; everyone when not given. On Windows the folder decides.</param>
    public void Write(PublishedFile file, UnixFileMode? mode = null)
    {
        var path = Path.Combine(_stage, file.Path);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, file.Content, Utf8);
        if (mode is { } known && !OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, known);
        }
    }

    /// <summary>Puts what was written in its place; a folder at the top level takes the place of the whole old one.</summary>
    public void Commit()
    {
        using var turn = new Mutex(initiallyOwned: false, TurnName, new NamedWaitHandleOptions { CurrentUserOnly = true, CurrentSessionOnly = false });
        try
        {
            turn.WaitOne();
        }
        catch (AbandonedMutexException)
        {
            // The publish before this one was killed; what it left is replaced now.
        }

        try
        {
            RemoveAbandoned();
            Replace();
        }
        finally
        {
            turn.ReleaseMutex();
        }
    }

    public void Dispose() => Directory.Delete(_stage, recursive: true);

    /// <summary>Publishes into one folder take turns, in whatever process they are: never a file of one beside a file of the other.</summary>
    private string TurnName => $"aspire-publish-{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(_target)))[..32]}";

    /// <summary>What publishes that were killed left behind; no publish takes this long.</summary>
    private void RemoveAbandoned()
    {
        foreach (var folder in new DirectoryInfo(_target).GetDirectories($"*{Ending}").Where(IsAbandoned))
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>A publish beside this one removes its folder when it is done, and the time of a folder that is gone reads as centuries ago.</summary>
    private static bool IsAbandoned(DirectoryInfo stage) => stage.Exists && stage.LastWriteTimeUtc < DateTime.UtcNow - Abandoned;

    private void Replace()
    {
        foreach (var file in Directory.GetFiles(_stage).Order(StringComparer.Ordinal))
        {
            File.Move(file, Path.Combine(_target, Path.GetFileName(file)), overwrite: true);
        }

        foreach (var folder in Directory.GetDirectories(_stage).Order(StringComparer.Ordinal))
        {
            var place = Path.Combine(_target, Path.GetFileName(folder));
            if (Directory.Exists(place))
            {
                Directory.Move(place, Path.Combine(_stage, $"{Path.GetFileName(folder)}.old"));
            }

            Directory.Move(folder, place);
        }
    }
}
