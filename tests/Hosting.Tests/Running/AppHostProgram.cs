using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Channels;
using Aspire.Hosting.Running;

namespace RegressionAnalyzer.Hosting.Tests.Running;

/// <summary>An AppHost as a process of its own, as a person starts it.</summary>
internal sealed class AppHostProgram : IAsyncDisposable
{
    public const string Ready = "Everything is ready";

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();
    private readonly Task _reading;

    public AppHostProgram(params string[] args)
    {
        var start = Interruptible.Start("dotnet", [typeof(Projects.Hosting_TestAppHost).Assembly.Location, .. args]);
        start.RedirectStandardError = true;
        _process = Process.Start(start)!;
        _process.StandardInput.Close();
        _reading = Task.WhenAll(OutputLines.ReadAsync(_process.StandardOutput, Keep), OutputLines.ReadAsync(_process.StandardError, Keep));
    }

    public int Id => _process.Id;

    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    /// <summary>A port that is free now. Somebody else may take it before it is used, which a test that needs it to be taken does not mind.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async Task ReadyAsync()
    {
        var ended = await Task.WhenAny(_ready.Task, _reading.ContinueWith(_ => { }, TaskScheduler.Default)).WaitAsync(Started.Longest, Started.Cancellation);
        Assert.True(ended == _ready.Task, $"It ended before it was ready:\n{Output}");
    }

    /// <summary>Waits until a line with the text has come.</summary>
    public async Task LineAsync(string text)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Started.Cancellation);
        limit.CancelAfter(Started.Longest);
        while (!Output.Contains(text, StringComparison.Ordinal))
        {
            await _lines.Reader.ReadAsync(limit.Token);
        }
    }

    public void Send(int signal) => Signals.Send(Id, signal);

    /// <returns>The exit code.</returns>
    public async Task<int> EndAsync()
    {
        await _process.WaitForExitAsync(Started.Cancellation).WaitAsync(Started.Longest, Started.Cancellation);
        await _reading.WaitAsync(Started.Longest, Started.Cancellation);
        return _process.ExitCode;
    }

    /// <summary>The mark of everything that it has started, read from one of its replicas.</summary>
    public string Mark() => Directory.EnumerateFiles($"/proc/{Id}/task", "children", SearchOption.AllDirectories)
        .SelectMany(f => File.ReadAllText(f).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .Select(child => MarkedProcesses.TryMarkOf(int.Parse(child, System.Globalization.CultureInfo.InvariantCulture)))
        .First(mark => mark is not null)!;

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            Send(Signals.Terminate);
            await EndAsync();
        }

        _process.Dispose();
    }

    private void Keep(string line)
    {
        lock (_output)
        {
            _output.AppendLine(line);
        }

        _lines.Writer.TryWrite(line);
        if (line.StartsWith(Ready, StringComparison.Ordinal))
        {
            _ready.TrySetResult();
        }
    }
}
