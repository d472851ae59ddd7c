using System.Runtime.InteropServices;

namespace RegressionAnalyzer.Api.Storage;

/// <summary>Who this process is to the file system.</summary>
internal static partial class ProcessUser
{
    public static string Uid => OperatingSystem.IsWindows() ? Environment.UserName : $"{GetEffectiveUser()}";

    public static string Gid => OperatingSystem.IsWindows() ? "-" : $"{GetEffectiveGroup()}";

    [LibraryImport("libc", EntryPoint = "geteuid")]
    private static partial uint GetEffectiveUser();

    [LibraryImport("libc", EntryPoint = "getegid")]
    private static partial uint GetEffectiveGroup();
}
