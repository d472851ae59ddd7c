using System.Runtime.InteropServices;

namespace Aspire.Hosting.Running;

/// <summary>Where programs are.</summary>
internal static class ProgramPath
{
    private static readonly string[] Suffixes = OperatingSystem.IsWindows() ? ["", ".exe", ".cmd", ".bat"] : [""];

    /// <summary>The <c>dotnet</c> that runs this process, so that the replicas have the same runtimes.</summary>
    public static string Dotnet { get; } =
        InFolder(Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../..")), "dotnet") ?? "dotnet";

    /// <summary>Makes a process the leader of a session of its own; null where the system has no such program (macOS, Windows).</summary>
    public static string? SetSid { get; } = OperatingSystem.IsLinux() ? Find("setsid", "/") : null;

    /// <param name="command">A path, or a name on the PATH.</param>
    /// <returns>The full path; null when there is no such program.</returns>
    public static string? Find(string command, string workingDirectory)
    {
        if (command.Contains('/', StringComparison.Ordinal) || Path.IsPathRooted(command))
        {
            return InFolder(workingDirectory, command);
        }

        var folders = Environment.GetEnvironmentVariable("PATH")?.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries) ?? [];
        return folders.Select(folder => InFolder(folder, command)).FirstOrDefault(path => path is not null);
    }

    private static string? InFolder(string folder, string command) =>
        Suffixes.Select(suffix => Path.GetFullPath(command + suffix, Path.GetFullPath(folder))).FirstOrDefault(IsProgram);

    private static bool IsProgram(string path) =>
        File.Exists(path)
        && (OperatingSystem.IsWindows()
            || (File.GetUnixFileMode(path) & (UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)) != 0);
}
