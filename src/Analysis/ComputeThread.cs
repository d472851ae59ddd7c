using System.Runtime.InteropServices;

namespace RegressionAnalyzer.Analysis;

/// <summary>A thread that computes for seconds, beside others that somebody waits for.</summary>
public static partial class ComputeThread
{
    private const int ThisThread = 0, Nice = 10;

    /// <summary>Lets every other thread of the process go first from now on. On Linux a thread has a nice value of its own (setpriority(2), "C library/kernel
    /// differences"), which <see cref="Thread.Priority"/> does not set; it takes no right to raise it. Where it cannot be set, nothing changes.</summary>
    public static void GiveWay()
    {
        if (OperatingSystem.IsLinux())
            _ = SetPriority(which: 0, ThisThread, Nice);
        else
            Thread.CurrentThread.Priority = ThreadPriority.BelowNormal;
    }

    [LibraryImport("libc", EntryPoint = "setpriority")]
    private static partial int SetPriority(int which, int who, int priority);
}
