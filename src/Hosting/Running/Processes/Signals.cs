using System.Runtime.InteropServices;

namespace Aspire.Hosting.Running;

/// <summary>Signals to processes and to their groups; nothing happens on systems that have none.</summary>
internal static partial class Signals
{
    public const int Terminate = 15;
    public const int Kill = 9;

    /// <returns>Whether there was somebody to send it to.</returns>
    public static bool Send(int processId, int signal) => processId > 1 && !OperatingSystem.IsWindows() && SendTo(processId, signal) == 0;

    /// <summary>To every process of the group that <paramref name="leaderId"/> leads.</summary>
    public static bool SendToGroup(int leaderId, int signal) => leaderId > 1 && !OperatingSystem.IsWindows() && SendTo(-leaderId, signal) == 0;

    /// <summary>What an exit code says about the end, such as <c>exit code 134 (SIGABRT)</c>.</summary>
    public static string DescribeExit(int exitCode) => exitCode switch
    {
        130 => "exit code 130 (SIGINT)",
        134 => "exit code 134 (SIGABRT)",
        137 => "exit code 137 (SIGKILL)",
        139 => "exit code 139 (SIGSEGV)",
        143 => "exit code 143 (SIGTERM)",
        _ => $"exit code {exitCode}",
    };

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int SendTo(int processId, int signal);
}
