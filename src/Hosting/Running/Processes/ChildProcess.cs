using System.ComponentModel;
using System.Diagnostics;

namespace Aspire.Hosting.Running;

/// <summary>
/// One started process and everything it starts in turn. On Linux it leads a session of its own: Ctrl+C reaches the AppHost alone, which then
/// stops things in order, and one signal to the group reaches grandchildren too.
/// </summary>
internal sealed class ChildProcess : IDisposable
{
    /// <summary>How long a pipe may stay open that a process which left the group still holds.</summary>
    private static readonly TimeSpan OutputTime = TimeSpan.FromSeconds(1);

    private readonly Process _process;
    private readonly Watchdog _watchdog;

    private ChildProcess(Process process, Watchdog watchdog, Action<string, bool> onLine)
    {
        _process = process;
        _watchdog = watchdog;
        Id = process.Id;
        Exited = WaitAsync(
            OutputLines.ReadAsync(process.StandardOutput, line => onLine(line, false)),
            OutputLines.ReadAsync(process.StandardError, line => onLine(line, true)));
    }

    public int Id { get; }

    /// <summary>The exit code, once the process has ended, its group is gone and its last line was read.</summary>
    public Task<int> Exited { get; }

    /// <exception cref="DistributedApplicationException">The system refused to start it.</exception>
    public static ChildProcess Start(ProcessCommand command, Watchdog watchdog, Action<string, bool> onLine)
    {
        var start = new ProcessStartInfo(ProgramPath.SetSid ?? command.FileName)
        {
            WorkingDirectory = command.WorkingDirectory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        if (ProgramPath.SetSid is not null)
        {
            start.ArgumentList.Add(command.FileName);
        }

        foreach (var argument in command.Arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment.Clear();
        foreach (var (name, value) in command.Environment)
        {
            start.Environment[name] = value;
        }

        start.Environment[Watchdog.MarkVariable] = watchdog.Mark;
        try
        {
            var process = Process.Start(start)!;
            watchdog.Watch(process.Id);
            process.StandardInput.Close();
            return new ChildProcess(process, watchdog, onLine);
        }
        catch (Exception exception) when (exception is Win32Exception or IOException)
        {
            throw new DistributedApplicationException($"'{command.FileName}' could not be started in '{command.WorkingDirectory}': {exception.Message}", exception);
        }
    }

    /// <summary>Asks the process to end, and ends it and its group when it has not done so in time.</summary>
    /// <returns>Whether it ended by itself.</returns>
    public async Task<bool> StopAsync(TimeSpan time)
    {
        if (!Signals.Send(Id, Signals.Terminate))
        {
            Kill();
        }

        try
        {
            await Exited.WaitAsync(time);
            return true;
        }
        catch (TimeoutException)
        {
            Kill();
            await Exited;
            return false;
        }
    }

    public void Kill()
    {
        if (Signals.SendToGroup(Id, Signals.Kill))
        {
            return;
        }

        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (Exception exception) when (exception is InvalidOperationException or Win32Exception or AggregateException or NotSupportedException)
        {
            // It has ended already.
        }
    }

    public void Dispose() => _process.Dispose();

    private async Task<int> WaitAsync(Task output, Task errors)
    {
        await _process.WaitForExitAsync();
        Signals.SendToGroup(Id, Signals.Kill);
        _watchdog.Forget(Id);
        await Task.WhenAny(Task.WhenAll(output, errors), Task.Delay(OutputTime));
        return _process.ExitCode;
    }
}
