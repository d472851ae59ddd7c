using System.Diagnostics;

namespace RegressionAnalyzer.AppHost.Tests.Publishing;

/// <summary>A publish that cannot go to its end: the artifacts are the old ones or the new ones, and nothing half-written.</summary>
public sealed class InterruptedTests
{
    private static readonly string[] Folders = ["chart", "k8s"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <param name="moment">Killed once this is there; then the publish is about as far.</param>
    [Theory]
    [InlineData("Chart.yaml")]
    [InlineData("chart.new.publishing")]
    [InlineData("k8s.new.publishing")]
    public async Task Killed_it_leaves_whole_folders_and_the_next_one_sets_right_what_is_left(string moment)
    {
        using var folder = new TemporaryFolder();
        var before = await PublishAsync(folder.Path, "Information");
        using (var publish = Process.Start(AppHostProcess.StartInfo(folder.Path, Arguments("Debug")))!)
        {
            while (!publish.HasExited && !Path.Exists(folder.File(moment)))
            {
                Thread.Yield();
            }

            publish.Kill();
            await publish.WaitForExitAsync(Cancellation);
        }

        var killed = Contents(folder.Path);
        var after = await PublishAsync(folder.Path, "Debug");
        Assert.All(Folders, name => Assert.Contains(Of(killed, name), new[] { Of(before, name), Of(after, name), [] }));
        // what the publisher had staged is known to .gitignore, and removed by a publish an hour later
        Assert.Equal(Folders, Directory.GetDirectories(folder.Path).Select(Path.GetFileName).Where(name => !name!.EndsWith(".publishing", StringComparison.Ordinal)).Order());
    }

    [Theory]
    [InlineData(4)]
    [InlineData(60)]
    public async Task On_a_full_disk_it_says_so_and_leaves_the_old_ones(int freeKilobytes)
    {
        using var folder = new TemporaryFolder();
        Assert.SkipUnless(OperatingSystem.IsLinux() && await RunAsync("mount", "-t", "tmpfs", "-o", "size=512k", "none", folder.Path) == 0, "needs the right to mount a small disk");
        try
        {
            var before = await PublishAsync(folder.Path, "Information");
            Fill(folder.Path, freeKilobytes);

            var run = await AppHostProcess.RunAsync(folder.Path, Arguments("Debug"), cancellationToken: Cancellation);

            File.Delete(folder.File("filling"));
            Assert.Equal(1, run.ExitCode);
            Assert.Contains("No space left on device", run.Output, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", run.Output, StringComparison.Ordinal);
            Assert.Equal(before, Contents(folder.Path));
        }
        finally
        {
            await RunAsync("umount", folder.Path);
        }
    }

    private static void Fill(string folder, int freeKilobytes)
    {
        using var filling = new FileStream(Path.Combine(folder, "filling"), FileMode.CreateNew);
        filling.Write(new byte[new DriveInfo(folder).AvailableFreeSpace - freeKilobytes * 1024]);
    }

    private static string[] Arguments(string logLevel) => ["publish", "--output-path", ".", $"--Parameters:log-level={logLevel}"];

    private static async Task<SortedDictionary<string, string>> PublishAsync(string folder, string logLevel)
    {
        var run = await AppHostProcess.RunAsync(folder, Arguments(logLevel), cancellationToken: Cancellation);
        Assert.True(run.ExitCode == 0, run.Output);
        return Contents(folder);
    }

    private static Dictionary<string, string> Of(SortedDictionary<string, string> contents, string folder) =>
        contents.Where(f => f.Key.StartsWith(folder + "/", StringComparison.Ordinal)).ToDictionary();

    private static SortedDictionary<string, string> Contents(string folder) =>
        new(Directory.GetFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(f => Path.GetRelativePath(folder, f), File.ReadAllText), StringComparer.Ordinal);

    private static async Task<int> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        await process.WaitForExitAsync(Cancellation);
        return process.ExitCode;
    }
}
