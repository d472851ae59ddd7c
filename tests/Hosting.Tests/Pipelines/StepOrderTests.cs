namespace RegressionAnalyzer.Hosting.Tests.Pipelines;

public sealed class StepOrderTests
{
    [Fact]
    public async Task A_step_runs_after_those_it_depends_on_and_those_that_say_it_requires_them()
    {
        var run = await PipelineProcess.RunStepAsync("third");

        var ended = run.Lines.Where(l => l.EndsWith("ms)", StringComparison.Ordinal) && !l.Contains("counted", StringComparison.Ordinal));
        Assert.Equal(["first", "second", "third"], ended.Select(l => l.Split(' ')[0]));
    }

    [Fact]
    public async Task Only_what_was_asked_for_runs()
    {
        var run = await PipelineProcess.RunStepAsync("first");

        Assert.StartsWith("first  done (", Assert.Single(run.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Steps_that_do_not_need_each_other_run_side_by_side()
    {
        var run = await PipelineProcess.RunStepAsync("both");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
    }

    [Fact]
    public async Task What_comes_after_a_failed_step_does_not_run()
    {
        var run = await PipelineProcess.RunStepAsync("after-full-disk");

        Assert.DoesNotContain(run.Lines, l => l.StartsWith("after-full-disk", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_step_that_gathers_nothing_says_so()
    {
        var run = await PipelineProcess.RunStepAsync("build");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("build  nothing to do: no step is required by it", Assert.Single(run.Lines));
    }
}
