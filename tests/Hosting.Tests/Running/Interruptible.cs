using System.Diagnostics;
using System.Globalization;
using Aspire.Hosting.Running;

namespace RegressionAnalyzer.Hosting.Tests.Running;

/// <summary>
/// Processes that hear Ctrl+C. A shell without job control starts what it puts into the background deaf to SIGINT, every child inherits that, and .NET
/// leaves it so: a test that interrupts its process would wait for ever where the tests themselves run as <c>nohup dotnet test &amp;</c>.
/// </summary>
internal static class Interruptible
{
    private const ulong SigInt = 1UL << (2 - 1);

    private static readonly bool IsDeaf = File.Exists("/proc/self/status") && (Ignored() & SigInt) != 0;

    /// <summary>The program with its arguments; env(1) replaces itself by it, so that the process has the id of the program.</summary>
    public static ProcessStartInfo Start(string program, params string[] arguments)
    {
        string[] all = IsDeaf ? ["--default-signal=INT", program, .. arguments] : arguments;
        var start = new ProcessStartInfo(IsDeaf ? ProgramPath.Find("env", "/") ?? "env" : program) { RedirectStandardInput = true, RedirectStandardOutput = true };
        Array.ForEach(all, start.ArgumentList.Add);
        return start;
    }

    /// <summary>The mask of ignored signals, the lowest bit for signal 1 (proc(5)).</summary>
    private static ulong Ignored() => ulong.Parse(
        File.ReadLines("/proc/self/status").First(l => l.StartsWith("SigIgn:", StringComparison.Ordinal))["SigIgn:".Length..].Trim(),
        NumberStyles.HexNumber,
        CultureInfo.InvariantCulture);
}
