using RegressionAnalyzer.Hosting.Tests.Publishing;

namespace RegressionAnalyzer.Hosting.Tests.Pipelines;

/// <summary>What the caller of the process learns: 0 done, 1 failed with one line, 130 interrupted.</summary>
public sealed class ExitCodeTests
{
    [Fact]
    public async Task A_step_that_is_done_ends_with_0()
    {
        var run = await PipelineProcess.RunStepAsync("third");

        Assert.Equal(0, run.ExitCode);
        Assert.Empty(run.Error);
    }

    [Theory]
    [InlineData("full-disk", "error: step 'full-disk' failed: There is no space left on the device.")]
    [InlineData("after-full-disk", "error: step 'full-disk' failed: There is no space left on the device.")]
    [InlineData("says-error", "error: step 'says-error' failed: two findings")]
    [InlineData("mistake", "error: step 'mistake' failed: KeyNotFoundException: The given key 'x' was not present. (--log-level debug shows where)")]
    public async Task A_step_that_fails_ends_with_1_and_one_line_that_says_which_and_why(string step, string line)
    {
        var run = await PipelineProcess.RunStepAsync(step);

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(line, run.ErrorLine);
    }

    [Fact]
    public async Task The_level_debug_shows_where_it_failed()
    {
        var run = await PipelineProcess.RunStepAsync("mistake", "--log-level", "debug");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("   at ", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task A_signal_cancels_the_steps_and_ends_with_130(string signal)
    {
        using var process = PipelineProcess.Start(["--operation", "publish", "--step", "waits"]);
        await process.ReadLineWithAsync("waiting");

        await process.SignalAsync(signal);
        var run = await process.EndAsync();

        Assert.Equal(130, run.ExitCode);
        Assert.Contains("waits  interrupted", run.Output, StringComparison.Ordinal);
        Assert.Equal("error: 'waits' was interrupted.", run.ErrorLine);
    }

    [Fact]
    public async Task A_second_signal_ends_a_step_that_does_not_listen()
    {
        using var process = PipelineProcess.Start(["--operation", "publish", "--step", "deaf"]);
        await process.ReadLineWithAsync("waiting");

        await process.SignalAsync("INT");
        await process.SignalAsync("TERM");

        Assert.Equal(130, (await process.EndAsync()).ExitCode);
    }

    [Theory]
    [InlineData("asks-for-password", "The parameter 'password' has no value.")]
    [InlineData("asks-for-address", "The endpoint 'http' of 'shop' has no address while publishing.")]
    [InlineData("process-parameters", "The parameter 'password' has no value.")]
    [InlineData("deploy", "The parameter 'password' has no value.")]
    public async Task What_nobody_can_answer_is_said_and_not_waited_for(string step, string reason)
    {
        var run = await PipelineProcess.RunStepAsync(step);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(reason, run.ErrorLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Publishing_needs_no_value_of_a_secret()
    {
        using var folder = new TemporaryFolder();

        var run = await PipelineProcess.RunAsync(["--operation", "publish", "--output-path", "out"], folder.Path);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("out/values.yaml", folder.Files.Keys);
    }
}
