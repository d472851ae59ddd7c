using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace RegressionAnalyzer.Hosting.Tests.Running;

/// <summary>The AppHost of the tests at a terminal, which script(1) makes, with somebody who reads and types.</summary>
internal sealed partial class Terminal : IDisposable
{
    private readonly Process _script;
    private readonly StringBuilder _seen = new();

    /// <param name="columns">How wide it is.</param>
    public Terminal(int columns, string arguments)
    {
        var command = $"stty cols {columns}; exec dotnet '{typeof(Projects.Hosting_TestAppHost).Assembly.Location}' {arguments}";
        var start = Interruptible.Start("script", "-qfec", command, "/dev/null");
        start.Environment["TERM"] = "xterm-256color";
        _script = Process.Start(start)!;
    }

    /// <summary>Everything that came so far, colours and all.</summary>
    public string Raw => _seen.ToString();

    public string Text => Colour().Replace(Raw, "");

    public async Task TypeAsync(string keys)
    {
        await _script.StandardInput.WriteAsync(keys.AsMemory(), Started.Cancellation);
        await _script.StandardInput.FlushAsync(Started.Cancellation);
    }

    /// <summary>Reads until the text comes.</summary>
    /// <param name="after">How much of what has come already is not meant.</param>
    public async Task UntilAsync(string text, int after = 0)
    {
        var buffer = new char[4096];
        while (!Text[after..].Contains(text, StringComparison.Ordinal))
        {
            var read = await _script.StandardOutput.ReadAsync(buffer.AsMemory(), Started.Cancellation).AsTask().WaitAsync(Started.Longest, Started.Cancellation);
            Assert.True(read > 0, $"It ended before '{text}' came:\n{Text}");
            _seen.Append(buffer, 0, read);
        }
    }

    /// <summary>Ctrl+C as the terminal sends it, and the end.</summary>
    public async Task InterruptAsync()
    {
        await TypeAsync("\u0003");
        await UntilAsync("Stopping: press Ctrl+C again to end at once");
        await _script.WaitForExitAsync(Started.Cancellation).WaitAsync(Started.Longest, Started.Cancellation);
    }

    public void Dispose()
    {
        if (!_script.HasExited)
        {
            _script.Kill(entireProcessTree: true);
        }

        _script.Dispose();
    }

    [GeneratedRegex("\u001b\\[[0-9;]*m")]
    private static partial Regex Colour();
}
