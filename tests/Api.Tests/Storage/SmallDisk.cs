using System.Diagnostics;

namespace RegressionAnalyzer.Api.Tests.Storage;

/// <summary>A file system in memory of a few MB, mounted over a volume; the test is skipped where this user may not mount.</summary>
public sealed class SmallDisk : IDisposable
{
    private readonly string _path;

    public SmallDisk(string path, int megabytes)
    {
        _path = path;
        Assert.SkipUnless(OperatingSystem.IsLinux() && Run("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "tmpfs", path), "This user may not mount file systems.");
    }

    public void MakeReadOnly() => Assert.True(Run("mount", "-o", "remount,ro", _path));

    public void MakeWritable() => Assert.True(Run("mount", "-o", "remount,rw", _path));

    public void Dispose() => Run("umount", "-l", _path);

    private static bool Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
