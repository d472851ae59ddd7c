using System.ComponentModel;
using System.Diagnostics;

namespace Aspire.Hosting.Running;

/// <summary>
/// Ends what the AppHost has started when the AppHost itself can no longer do so, killed with -9 included: a small shell that reads a pipe,
/// and at its end signals every process group it was told of and, where there is a /proc, every process with the AppHost's mark in its
/// environment, which also finds those that left their group. First SIGTERM, then SIGKILL.
/// </summary>
internal sealed class Watchdog : IAsyncDisposable
{
    public const string MarkVariable = "ASPIRE_APPHOST_RUN";

    private const string Script = """
        trap '' INT TERM HUP QUIT
        groups=
        while read -r line; do
          case $line in
            +*) groups="$groups ${line#+}" ;;
            -*) kept=; for g in $groups; do [ "$g" = "${line#-}" ] || kept="$kept $g"; done; groups=$kept ;;
          esac
        done
        marked() { [ -d /proc/self ] && grep -lsF "$1" /proc/[0-9]*/environ | cut -d/ -f3; }
        all() {
          found=
          for g in $groups; do kill -s "$1" -- "-$g" && found=1 || { kill -s "$1" "$g" && found=1; }; done
          for p in $(marked "$mark"); do kill -s "$1" "$p" && found=1; done
          [ "$found" ]
        } 2>/dev/null
        mark=$1
        all TERM || exit 0
        tries=0
        while [ $tries -lt 30 ]; do all 0 || exit 0; sleep 0.1; tries=$((tries + 1)); done
        while all KILL; do sleep 0.1; done
        """;

    private readonly Process? _shell;
    private readonly Lock _gate = new();
    private Task? _ending;

    public Watchdog() => _shell = OperatingSystem.IsWindows() ? null : Start(Mark);

    /// <summary>What every process of this run has in its environment.</summary>
    public string Mark { get; } = Guid.NewGuid().ToString("N");

    public void Watch(int groupId) => Tell($"+{groupId}");

    /// <summary>The group is gone, and its number may become somebody else's.</summary>
    public void Forget(int groupId) => Tell($"-{groupId}");

    /// <summary>Has it end what is still there, and waits for that.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            _ending ??= EndAsync();
        }

        await _ending;
    }

    private async Task EndAsync()
    {
        if (_shell is not null)
        {
            _shell.StandardInput.Close();
            await _shell.WaitForExitAsync();
            _shell.Dispose();
        }
    }

    private static Process? Start(string mark)
    {
        var start = new ProcessStartInfo(ProgramPath.SetSid ?? "/bin/sh") { RedirectStandardInput = true, WorkingDirectory = "/" };
        string[] arguments = ["-c", Script, "apphost-watchdog", mark];
        foreach (var argument in ProgramPath.SetSid is null ? arguments : ["/bin/sh", .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        // Started from within a watched process (an AppHost that a test or another AppHost runs), it must outlive that one's sweep to do its own.
        start.Environment.Remove(MarkVariable);
        try
        {
            return Process.Start(start);
        }
        catch (Win32Exception)
        {
            // No shell: an orderly stop still ends everything.
            return null;
        }
    }

    private void Tell(string line)
    {
        lock (_gate)
        {
            try
            {
                _shell?.StandardInput.Write(line + "\n");
                _shell?.StandardInput.Flush();
            }
            catch (Exception exception) when (exception is IOException or InvalidOperationException)
            {
                // Somebody killed the watchdog, or it has done its work; what it watched still stops in order.
            }
        }
    }
}
