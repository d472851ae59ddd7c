namespace RegressionAnalyzer.Manifests.Publishing;

/// <summary>
/// The folder publishing writes to. New content is written beside the old and takes its place by renaming once all of it is there, so that
/// whatever happens in between the old artifacts stay as they were.
/// </summary>
internal sealed class OutputFolder(string folder)
{
    public const string Temporary = ".publishing";
    private const string New = ".new" + Temporary;
    private const string Old = ".old" + Temporary;

    /// <summary>Files of others, sorted; they are left as they are.</summary>
    public IReadOnlyList<string> Foreign => [.. OwnFiles.ForeignBeside(folder).Concat(OwnFiles.ForeignInside(folder)).Order(StringComparer.Ordinal)];

    /// <summary>Replaces <c>chart</c> and <c>k8s</c> and removes the raw chart.</summary>
    public void Replace(IReadOnlyList<PublishedFile> files)
    {
        FileStream? turn = null;
        try
        {
            turn = TakeTurn();
            Recover();
            foreach (var file in files)
                Write(file.Path, path => File.WriteAllText(path, file.Content));
            foreach (var foreign in OwnFiles.ForeignInside(folder).ToList())
                Write(foreign, path => Copy(Path.Combine(folder, foreign), path));
            SwapAll();
            foreach (var path in OwnFiles.RawPaths(folder))
                Remove(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ManifestException($"The output folder '{folder}' cannot be written: {e.Message} The artifacts there are as they were.", e);
        }
        finally
        {
            if (turn is not null)
                RemoveNew();
            turn?.Dispose();
        }
    }

    /// <summary>Best effort: it is called where something else has failed already.</summary>
    public void RemoveRaw()
    {
        try
        {
            foreach (var path in OwnFiles.RawPaths(folder))
                Remove(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // what failed before is said; this would only hide it
        }
    }

    /// <summary>One publish at a time. The system gives the file free when a process ends, however it ends.</summary>
    private FileStream TakeTurn() =>
        new(Path.Combine(folder, Temporary), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);

    private static void Copy(string from, string to)
    {
        if (new FileInfo(from).LinkTarget is { } target)
            File.CreateSymbolicLink(to, target);
        else
            File.Copy(from, to);
    }

    private void Write(string relative, Action<string> write)
    {
        var slash = relative.IndexOf('/', StringComparison.Ordinal);
        var path = Path.Combine(folder, relative[..slash] + New, relative[(slash + 1)..]);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        write(path);
    }

    /// <summary>All folders or none: when one cannot be renamed, those before it go back.</summary>
    private void SwapAll()
    {
        var swapped = new Stack<string>();
        try
        {
            foreach (var current in OwnFiles.Folders.Select(name => Path.Combine(folder, name)))
            {
                if (Directory.Exists(current))
                    Directory.Move(current, current + Old);
                swapped.Push(current);
                Directory.Move(current + New, current);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            foreach (var current in swapped)
                Restore(current);
            throw;
        }

        foreach (var current in swapped)
            Remove(current + Old);
    }

    private static void Restore(string current)
    {
        if (!Directory.Exists(current + Old))
            return;
        Remove(current);
        Directory.Move(current + Old, current);
    }

    /// <summary>Sets right what a run that was killed has left: new content that is not whole, old content that had not been replaced yet.</summary>
    private void Recover()
    {
        RemoveNew();
        foreach (var current in OwnFiles.Folders.Select(name => Path.Combine(folder, name)))
        {
            if (Directory.Exists(current))
                Remove(current + Old);
            else
                Restore(current);
        }
    }

    private void RemoveNew()
    {
        foreach (var name in OwnFiles.Folders)
            Remove(Path.Combine(folder, name + New));
    }

    private static void Remove(string path)
    {
        if (Directory.Exists(path))
            Directory.Delete(path, recursive: true);
        else if (File.Exists(path))
            File.Delete(path);
    }
}
