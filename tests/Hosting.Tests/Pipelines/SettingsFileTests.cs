using RegressionAnalyzer.Hosting.Tests.Publishing;

namespace RegressionAnalyzer.Hosting.Tests.Pipelines;

/// <summary>A settings file that cannot be read stops the start, run or published, with one line that names it and what mends it.</summary>
public sealed class SettingsFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Settings => _folder["appsettings.json"];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("{\n  \"Target\": compose\n}", "is not valid JSON: line 2, column 13: 'c' is an invalid start of a value. Correct it there.")]
    [InlineData("[1]", "does not hold settings: Top-level JSON element must be an object. Instead, 'Array' was found. Correct it.")]
    [InlineData("", "is empty. Write {} into it for no settings.")]
    public async Task That_is_not_JSON(string content, string reason)
    {
        await File.WriteAllTextAsync(Settings, content, TestContext.Current.CancellationToken);

        await AssertRefusedAsync($"error: '{Settings}' {reason}");
    }

    [Fact]
    public async Task That_is_a_folder()
    {
        Directory.CreateDirectory(Settings);

        await AssertRefusedAsync($"error: '{Settings}' is a folder; settings are read from a file of that name. Rename the folder, or put the file in its place.");
    }

    [Fact]
    public async Task That_this_user_may_not_read()
    {
        Assert.SkipWhen(Environment.IsPrivilegedProcess || OperatingSystem.IsWindows(), "The administrator may read every file, and Windows has no such modes.");
        await File.WriteAllTextAsync(Settings, "{}", TestContext.Current.CancellationToken);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Settings, UnixFileMode.None);
        }

        await AssertRefusedAsync($"error: '{Settings}' cannot be read by the user {Environment.UserName}. Give that user the right to read it, or run as its owner.");
    }

    private async Task AssertRefusedAsync(string line)
    {
        foreach (string[] args in new string[][] { [], ["--operation", "publish"] })
        {
            var run = await PipelineProcess.RunAsync(args, _folder.Path, new() { ["EXAMPLE_FOLDER"] = _folder.Path });

            Assert.Equal((1, line, ""), (run.ExitCode, run.ErrorLine, run.Output));
        }
    }
}
