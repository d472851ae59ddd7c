using System.Diagnostics;

namespace RegressionAnalyzer.AppHost.Tests;

/// <summary>The built AppHost as a process of its own, as the command line starts it.</summary>
internal static class AppHostProcess
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    public static ProcessStartInfo StartInfo(string folder, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        start.ArgumentList.Add(typeof(Projects.AppHost).Assembly.Location);
        foreach (var arg in args)
        {
            start.ArgumentList.Add(arg);
        }

        return start;
    }

    /// <summary>Runs it to its end with nobody at the console.</summary>
    /// <param name="folder">The current directory, and what a relative output path is relative to.</param>
    public static async Task<AppHostRun> RunAsync(
        string folder, string[] args, IReadOnlyDictionary<string, string?>? environment = null, CancellationToken cancellationToken = default)
    {
        var start = StartInfo(folder, args);
        foreach (var (name, value) in environment ?? new Dictionary<string, string?>())
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var error = process.StandardError.ReadToEndAsync(cancellationToken);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Longest);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"The AppHost did not end within {Longest.TotalSeconds} s:\n{await output}{await error}");
        }

        return new AppHostRun(process.ExitCode, await output + await error);
    }
}

/// <param name="Output">What it wrote, both streams.</param>
internal sealed record AppHostRun(int ExitCode, string Output);
