using System.Globalization;

namespace Aspire.Hosting.Running;

/// <summary>Who listens on a port, where the system says so (Linux).</summary>
internal static class PortHolder
{
    private const string Listening = "0A";

    /// <returns>Such as <c>'python3' (process 4711)</c>; null when it cannot be found out.</returns>
    public static string? Find(int port)
    {
        try
        {
            var inodes = ListeningSockets("/proc/net/tcp", port).Concat(ListeningSockets("/proc/net/tcp6", port)).ToHashSet();
            return inodes.Count == 0 ? null : Directory.EnumerateDirectories("/proc")
                .Select(folder => Path.GetFileName(folder))
                .Where(name => int.TryParse(name, CultureInfo.InvariantCulture, out _) && Holds(name, inodes))
                .Select(id => $"'{File.ReadAllText($"/proc/{id}/comm").Trim()}' (process {id})")
                .FirstOrDefault();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Columns: number, local address and port in hexadecimal, remote, state, …, inode as the tenth (proc(5)).</summary>
    private static IEnumerable<string> ListeningSockets(string table, int port)
    {
        if (!File.Exists(table))
        {
            return [];
        }

        var wanted = ":" + port.ToString("X4", CultureInfo.InvariantCulture);
        return File.ReadLines(table).Skip(1)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(columns => columns.Length > 9 && columns[1].EndsWith(wanted, StringComparison.Ordinal) && columns[3] == Listening)
            .Select(columns => $"socket:[{columns[9]}]");
    }

    private static bool Holds(string processId, HashSet<string> sockets)
    {
        try
        {
            return Directory.EnumerateFiles($"/proc/{processId}/fd").Any(link => TargetOf(link) is { } target && sockets.Contains(target));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Somebody else's process, or one that has just ended.
            return false;
        }
    }

    private static string? TargetOf(string link)
    {
        try
        {
            return File.ResolveLinkTarget(link, returnFinalTarget: false)?.Name;
        }
        catch (IOException)
        {
            // It has just been closed. The process may have the port all the same.
            return null;
        }
    }
}
