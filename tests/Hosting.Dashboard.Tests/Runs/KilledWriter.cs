using System.Runtime.CompilerServices;
using Aspire.Hosting.Dashboard.Runs;
using Aspire.Hosting.Dashboard.Tests.Otlp;

namespace Aspire.Hosting.Dashboard.Tests.Runs;

/// <summary>This program once more, as a process that writes telemetry until it is killed.</summary>
internal static class KilledWriter
{
    public const string FolderVariable = "TELEMETRY_WRITER_FOLDER";
    public const string Ready = "ready";
    public const int Least = 1000;

    [ModuleInitializer]
    internal static void Run()
    {
        if (Environment.GetEnvironmentVariable(FolderVariable) is not { } folder)
            return;

        var runs = RunTests.Open(new RunSettings(), folder);
        for (var id = 1ul; ; id++)
        {
            runs.Intake.Take(Payloads.Trace(Payloads.Span(id)));

            // As slow as the disk: what still waits when the process is killed is lost, and not what this is about.
            if (id % 100 == 0)
                SpinWait.SpinUntil(() => Written(runs) >= (int)id, TimeSpan.FromSeconds(10));
            if (id == Least)
                Console.WriteLine(Ready);
        }
    }

    private static int Written(TelemetryRuns runs) => new RunFolder(Path.GetDirectoryName(runs.Folder)!, new RunSettings()).Read(runs.CurrentId).Count();
}
