using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Aspire.Hosting.Dashboard.Resources;

/// <summary>The machine's processes at one moment, and who started whom: from /proc where there is one, else each process for itself.</summary>
internal sealed class ProcessTree
{
    /// <summary>A tick of /proc is a hundredth of a second on every Linux that .NET runs on (USER_HZ, proc_pid_stat(5)).</summary>
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(10);

    private readonly Dictionary<int, (int Parent, ProcessSample Sample)>? _processes;

    private ProcessTree(Dictionary<int, (int, ProcessSample)>? processes) => _processes = processes;

    public static ProcessTree Read()
    {
        if (!OperatingSystem.IsLinux())
        {
            return new ProcessTree(null);
        }

        var processes = new Dictionary<int, (int, ProcessSample)>();
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id) && ReadStat(folder) is { } process)
            {
                processes[id] = process;
            }
        }

        return new ProcessTree(processes);
    }

    /// <summary>A process and all that descend from it; null when it is gone.</summary>
    public ProcessSample? Sample(int id)
    {
        if (_processes is null)
        {
            return SampleOne(id);
        }

        if (!_processes.ContainsKey(id))
        {
            return null;
        }

        var children = _processes.ToLookup(p => p.Value.Parent, p => p.Key);
        var (time, memory) = (TimeSpan.Zero, 0L);
        var rest = new Stack<int>([id]);
        while (rest.TryPop(out var next))
        {
            time += _processes[next].Sample.ProcessorTime;
            memory += _processes[next].Sample.Memory;
            foreach (var child in children[next])
            {
                rest.Push(child);
            }
        }

        return new ProcessSample(time, memory);
    }

    /// <summary>The fields after the program's name, which may itself hold spaces and parentheses: state, parent, …</summary>
    private static (int Parent, ProcessSample Sample)? ReadStat(string folder)
    {
        try
        {
            var text = File.ReadAllText(Path.Combine(folder, "stat"));
            var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
            var ticks = long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture);
            return (int.Parse(fields[1], CultureInfo.InvariantCulture), new(ticks * Tick, long.Parse(fields[21], CultureInfo.InvariantCulture) * Environment.SystemPageSize));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It ended between being listed and being read.
            return null;
        }
    }

    private static ProcessSample? SampleOne(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return new ProcessSample(process.TotalProcessorTime, process.WorkingSet64);
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or Win32Exception)
        {
            return null;
        }
    }
}

internal sealed record ProcessSample(TimeSpan ProcessorTime, long Memory)
{
    /// <summary>A child that ended takes its time with it: then less than nothing was used, which is shown as nothing.</summary>
    public double? ProcessorsSince(ProcessSample? before, TimeSpan elapsed) =>
        before is null || elapsed <= TimeSpan.Zero ? null : Math.Max(0, (ProcessorTime - before.ProcessorTime) / elapsed);
}
