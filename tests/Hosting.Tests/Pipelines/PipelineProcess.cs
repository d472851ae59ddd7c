using System.Diagnostics;
using RegressionAnalyzer.Hosting.Tests.Running;

namespace RegressionAnalyzer.Hosting.Tests.Pipelines;

/// <summary>The example AppHost of the pipeline as a process, as a person starts it.</summary>
internal sealed class PipelineProcess : IDisposable
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "RegressionAnalyzer.Examples.Pipeline.dll");

    private readonly Process _process;

    private PipelineProcess(Process process) => _process = process;

    public static PipelineProcess Start(string[] args, string? folder = null, Dictionary<string, string>? environment = null)
    {
        var start = Interruptible.Start("dotnet", [Program, .. args]);
        start.RedirectStandardError = true;
        start.WorkingDirectory = folder ?? Path.GetTempPath();
        foreach (var (name, value) in environment ?? [])
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        process.StandardInput.Close();
        return new PipelineProcess(process);
    }

    /// <summary>Runs it to its end.</summary>
    public static async Task<PipelineRun> RunAsync(string[] args, string? folder = null, Dictionary<string, string>? environment = null)
    {
        using var process = Start(args, folder, environment);
        return await process.EndAsync();
    }

    public static Task<PipelineRun> RunStepAsync(string step, params string[] more) => RunAsync(["--operation", "publish", "--step", step, .. more]);

    /// <summary>Reads until a line with the text has come.</summary>
    public async Task<string> ReadLineWithAsync(string text)
    {
        while (await _process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.Contains(text, StringComparison.Ordinal))
            {
                return line;
            }
        }

        throw new EndOfStreamException($"'{text}' was never written.");
    }

    /// <param name="signal">Its name, such as INT.</param>
    public async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("sh", ["-c", $"kill -{signal} {_process.Id}"]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, kill.ExitCode);
    }

    public async Task<PipelineRun> EndAsync()
    {
        var output = _process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = _process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new PipelineRun(_process.ExitCode, await output, await error);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }
}

internal sealed record PipelineRun(int ExitCode, string Output, string Error)
{
    public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public string ErrorLine => Assert.Single(Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
}
