using System.ComponentModel;
using System.Diagnostics;
using RegressionAnalyzer.Hosting.Tests.Publishing;

namespace RegressionAnalyzer.Hosting.Tests.Docker;

/// <summary>What Compose itself says of the file.</summary>
public sealed class ComposeConfigTests
{
    [Fact]
    public async Task Compose_reads_the_file_without_a_complaint()
    {
        using var folder = new TemporaryFolder();
        await Publication.RunAsync(folder, ComposeTests.ShopOnCompose);

        var (exitCode, output) = await ConfigAsync(folder.Path);

        Assert.True(exitCode == 0, output);
        Assert.Contains("say \"hi\" to {{ you }} for $$5", output, StringComparison.Ordinal);
        Assert.DoesNotContain("warn", output, StringComparison.OrdinalIgnoreCase);
    }

    private static async Task<(int ExitCode, string Output)> ConfigAsync(string folder)
    {
        foreach (var (program, arguments) in new[] { ("docker", new[] { "compose", "version" }), ("docker-compose", ["version"]) })
        {
            if (await RunAsync(program, arguments, folder) is (0, _))
            {
                return (await RunAsync(program, [.. arguments[..^1], "config"], folder))!.Value;
            }
        }

        Assert.Skip("There is no Docker Compose on this machine.");
        return default;
    }

    private static async Task<(int ExitCode, string Output)?> RunAsync(string program, string[] arguments, string folder)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            return (process.ExitCode, await output + await error);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
